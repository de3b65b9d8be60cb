/** Storage that is blocked, too new, full, or given the wrong file: it is said in words, and nothing is lost. */
import type { Page } from '@playwright/test';
import { expect, open, started, test } from './support/app-test.ts';
import { counter, gradeButton, gradeCard, openCard, openReview, showAnswer } from './support/learner.ts';
import { createProfile } from './support/profile.ts';
import { restoreStudiedWeeks, studiedBackup, studiedMorning } from './support/studied-weeks.ts';
import { stored } from './support/stored.ts';

/** Opens the database at `version` on a page that is not the app, and holds it open there as a frozen tab would. */
async function holdDatabase(page: Page, site: string, version: number): Promise<void> {
  await page.goto(`${site}version.json`);
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('quorum', wanted);
        request.addEventListener('upgradeneeded', () =>
          request.result.createObjectStore(`kept-${wanted}`).put('kept', 1),
        );
        request.addEventListener('error', () => reject(request.error));
        request.addEventListener('success', () => {
          Object.assign(window, { held: request.result });
          resolve();
        });
      }),
    version,
  );
}

test('an older tab that holds the database is named, and once it is closed all is well', async ({
  page,
  context,
  site,
}) => {
  const older = await context.newPage();
  await holdDatabase(older, site.url, 1);
  await open(page, '');
  const words = page.locator('main').getByText('Another tab holds an older version of Quorum open.');
  // The app gives the other tab five seconds. They pass at once.
  await expect(async () => {
    await page.clock.runFor(2000);
    await expect(words).toBeVisible({ timeout: 500 });
  }).toPass();
  await older.close();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(words).toBeHidden();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'See what happened' }).click();
  await expect.poll(async () => (await stored(page)).events.length).toBe(1);
});

test('a database that a newer version wrote is left alone, and it is said', async ({ page, context, site }) => {
  const newer = await context.newPage();
  await holdDatabase(newer, site.url, 1_000_000);
  await newer.close();
  for (const path of ['', 'review/', 'learn/5.1/two-machines-is-enough/', 'you/']) {
    await open(page, path);
    await expect(
      page.locator('main').getByText('Your progress was written by a newer version of Quorum.'),
    ).toBeVisible();
  }
  const found = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('quorum');
        request.addEventListener('success', () => {
          const read = request.result.transaction('kept-1000000').objectStore('kept-1000000').get(1);
          read.addEventListener('success', () => resolve([request.result.version, read.result]));
        });
      }),
  );
  expect(found).toEqual([1_000_000, 'kept']);
});

test('on a full device an answer is kept on the screen, and saved once there is room', async ({
  contextOptions,
  launchOptions,
  site,
}) => {
  const profile = await createProfile({ ...launchOptions, ...contextOptions, baseURL: site.url });
  try {
    const first = await profile.start(studiedMorning);
    await restoreStudiedWeeks(await first.newPage(), site.url);
    await first.close();
    // A browser that has just started asks for the quota at its first write; in a private context it never does.
    const context = await profile.start(studiedMorning);
    await gradeWhileFull(await context.newPage(), new URL(site.url).origin);
    await context.close();
  } finally {
    await profile.remove();
  }
});

async function gradeWhileFull(page: Page, origin: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await openReview(page);
  const before = (await stored(page)).events.length;
  await expect(counter(page)).toHaveText(/^1 of /);
  const words = page.locator('main').getByText('This device has no room left, so the last answer is not saved yet.');
  await showAnswer(page);
  await gradeButton(page, 'Good').click();
  await expect(words).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(words).toBeVisible();
  await expect(counter(page)).toHaveText(/^1 of /);
  expect((await stored(page)).events).toHaveLength(before);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(counter(page)).toHaveText(/^2 of /);
  await expect(words).toHaveCount(0);
  expect((await stored(page)).events).toHaveLength(before + 1);
  await gradeCard(page, 'Good');
}

const restoreInput = (page: Page) => page.locator('input[type=file]');
const fileOf = (text: string) => ({ name: 'quorum.jsonl', mimeType: 'text/plain', buffer: Buffer.from(text) });

async function saveBackup(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('quorum-2026-03-18.jsonl');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Everything is deleted from this device.').first()).toBeVisible();
}

test('a backup brings everything back after it was deleted', async ({ page, site }) => {
  await restoreStudiedWeeks(page, site.url);
  await open(page, 'you/');
  const before = await stored(page);
  const backup = await saveBackup(page);
  await deleteEverything(page);
  const empty = await stored(page);
  expect(empty.events).toEqual([]);
  expect(empty.rows).toEqual([]);

  await restoreInput(page).setInputFiles(fileOf(backup));
  await expect(page.getByText(`Restored: ${before.events.length} new, 0 already here.`).first()).toBeVisible();
  const after = await stored(page);
  expect(after.events).toEqual(before.events);
  expect(after.rows).toEqual(before.rows);

  await restoreInput(page).setInputFiles(fileOf(backup));
  await expect(page.getByText('Nothing new: everything in the file was already here').first()).toBeVisible();
  expect(await stored(page)).toEqual(after);
  await page.reload();
  await started(page);
  await openReview(page);
  await expect(openCard(page)).toBeVisible();
});

/** Files that are no good, by what is wrong with them: what the app says, and the file itself. */
const badFiles = (backup: string): readonly (readonly [string | RegExp, string])[] => {
  const lines = backup.trimEnd().split('\n');
  const changed = (index: number, change: (line: string) => string) =>
    lines.map((line, at) => (at === index ? change(line) : line)).join('\n');
  const header = JSON.parse(lines[0] ?? '{}') as { version: number };
  return [
    ['This file is not a backup of Quorum', 'front;back\nWhat is a lease?;A lock that ends by itself\n'],
    ['from a newer version of Quorum', changed(0, () => JSON.stringify({ ...header, version: header.version + 1 }))],
    ['Line 8 of the file cannot be understood: not JSON', changed(7, (line) => line.slice(0, -5))],
    ['Line 5 of the file cannot be understood', changed(4, (line) => line.replace(/"at":\d+/, '"at":"yesterday"'))],
    ['cannot be understood: the file ends after', lines.slice(0, -3).join('\n')],
    ['This file is not a backup of Quorum', ''],
  ];
};

test('a file that is broken, foreign or too new is refused with the reason, and changes nothing', async ({
  page,
  site,
}) => {
  await restoreStudiedWeeks(page, site.url);
  await openReview(page);
  await gradeCard(page, 'Good');
  await open(page, 'you/');
  await expect(page.getByText('Entries in your log')).toBeVisible();
  const before = await stored(page);
  for (const [words, file] of badFiles(await studiedBackup())) {
    await restoreInput(page).setInputFiles(fileOf(file));
    const notice = page.locator('main').getByText(words);
    await expect(notice).toBeVisible();
    await expect(notice).toContainText('Nothing was changed.');
    expect(await stored(page)).toEqual(before);
  }
});
