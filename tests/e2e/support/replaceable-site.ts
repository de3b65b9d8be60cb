/** A site whose version is replaced while people use it, and what a page tells of the version it runs. */
import type { Locator, Page } from '@playwright/test';
import { serve } from '#build/serve.mjs';
import type { Build } from './builds.ts';

export interface ReplaceableSite {
  readonly url: string;
  /** Puts another build online at the same address. */
  readonly replace: (build: Build) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function serveReplaceable(build: Build): Promise<ReplaceableSite> {
  // Without `no-store`, the browser's own cache could hand out the old version's files and hide that they are gone.
  const put = ({ outDir, base }: Build, port = 0) => serve({ root: outDir, base, port, noStore: true });
  let site = await put(build);
  const { url } = site;
  return {
    url,
    replace: async (next) => {
      await site.close();
      site = await put(next, Number(new URL(url).port));
    },
    close: () => site.close(),
  };
}

export const updatePrompt = (page: Page): Locator => page.getByRole('button', { name: 'New version: reload' });

/** The address of the script that started this page: every version has its own. */
export const runningScript = (page: Page): Locator => page.locator('link[data-late]').first();

/** Looks for a newer version as the browser does at each navigation, and waits until it is there and waits. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    if (registration.waiting || worker === null) return;
    await new Promise<void>((resolve) => {
      worker.addEventListener('statechange', () => worker.state === 'installed' && resolve());
    });
  });
}

/** Whether a newer version is on the device and has not taken over. */
export const isWaiting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);

/** The addresses of everything that the service worker keeps. */
export function keptFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(caches_.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}
