import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
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
  const context = await studio.browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: pixelRatio,
    locale: 'en-GB',
    timezoneId: timezone,
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.clock.setFixedTime(now.at);
    await setScene(studio, scene, page);
    await use(page);
  } finally {
    await context.close();
  }
}

async function setScene({ site, url, course }: Studio, scene: Scene, page: Page): Promise<void> {
  let hash = '';
  if (scene.study) {
    const studied = await studiedFor(course, scene.study);
    await restoreBackup(page, url, studied.backup);
    hash = studied.hash;
  }
  await openApp(page, url + scene.path + hash);
  await scene.act?.(page, { publishNewVersion: () => appendFileSync(join(site, 'sw.js'), '\n// newer') });
  await page.getByText(scene.shows).filter({ visible: true }).first().waitFor();
}
