/** `test`, with the app served to each worker on a port of its own, and with a clock that stands still. */
import { test as base, type Page } from '@playwright/test';
import { serve, type ServedSite } from '#build/serve.mjs';
import { thisVersion } from './builds.ts';

export { expect } from '@playwright/test';
/** A path is given without its first slash, so that it stays below the base path. */
export { appStarted as started, openApp as open } from '#tests/support/browser.ts';

/** Monday morning in Berlin, where all specs take place. */
export const firstMorning = new Date('2026-03-02T09:00:00+01:00');

/** Nine o'clock, `days` after the first morning. No clock is changed on the way. */
export const morningAfter = (days: number): Date => new Date(firstMorning.getTime() + days * 86_400_000);

interface WorkerFixtures {
  readonly site: ServedSite;
}

export const test = base.extend<object, WorkerFixtures>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const site = await serve({ root: thisVersion.outDir, base: thisVersion.base, noStore: true });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  context: async ({ context }, use) => {
    await context.clock.setFixedTime(firstMorning);
    await use(context);
  },
});

/** The app is whole on this device: from here on no network is needed. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}
