/** A learner who has been here for three weeks, restored from a backup as on a new phone. */
import type { Page } from '@playwright/test';
import { asUsual } from '#tests/pictures/scene.ts';
import { now, readCourse, studiedFor } from '#tests/pictures/studied-weeks.ts';
import { restoreBackup } from '#tests/support/browser.ts';
import { root } from '#tests/support/built-site.ts';

/** The morning on which those weeks end, with cards due. */
export const studiedMorning = new Date(now.at);

let made: Promise<string> | undefined;

/** Their log, as the app would have written it. */
export function studiedBackup(): Promise<string> {
  return (made ??= readCourse(root)
    .then((course) => studiedFor(course, asUsual))
    .then(({ backup }) => backup));
}

/** Brings those weeks into the app at `url`, which holds nothing yet, and sets the clock to their end. */
export async function restoreStudiedWeeks(page: Page, url: string): Promise<void> {
  await page.context().clock.setFixedTime(studiedMorning);
  await restoreBackup(page, url, await studiedBackup());
}
