import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openApp, restoreBackup } from '#tests/support/browser.ts';
import type { Course, Scene } from './scene.ts';
import { now, studiedFor, timezone } from './studied-weeks.ts';

/** Where pictures are taken. */
export interface Studio {
  readonly root: string;
  /** The folder that is served at `url`. */
  readonly site: string;
  readonly url: string;
  readonly browser: Browser;
  readonly course: Course;
}

/** Sets a scene in a browser that has never been here, for as long as `use` takes. */
export async function inScene(
  studio: Studio,
  scene: Scene,
  use: (page: Page) => Promise<void>,
  pixelRatio = 1,
): Promise<void> {
  const studied = scene.study && (await studiedFor(studio.course, scene.study));
  const known = devices.get(deviceName(studio, studied));
  const context = await studio.browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: pixelRatio,
    locale: 'en-GB',
    timezoneId: timezone,
    reducedMotion: 'reduce',
    ...(known && { storageState: known }),
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.clock.setFixedTime(now.at);
    if (studied && !known) {
      await restoreBackup(page, studio.url, studied.backup);
      devices.set(deviceName(studio, studied), await context.storageState({ indexedDB: true }));
    }
    await setScene(studio, scene, page, studied?.hash ?? '');
    await use(page);
  } finally {
    await context.close();
  }
}

/** What is on a device after some weeks, by the weeks: restoring a backup takes as long as all the rest. */
const devices = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

const deviceName = ({ url }: Studio, studied: { readonly backup: string } | undefined): string =>
  `${url} ${studied?.backup ?? ''}`;

async function setScene({ site, url }: Studio, scene: Scene, page: Page, hash: string): Promise<void> {
  await openApp(page, url + scene.path + hash);
  await scene.act?.(page, { publishNewVersion: () => appendFileSync(join(site, 'sw.js'), '\n// newer') });
  await page.getByText(scene.shows).filter({ visible: true }).first().waitFor();
}
