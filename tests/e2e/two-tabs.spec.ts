/** The same learner in two tabs. */
import { expect, installed, open, test } from './support/app-test.ts';
import { counter, gradeCard, openCard, openReview, place, readSection } from './support/learner.ts';
import { restoreStudiedWeeks } from './support/studied-weeks.ts';
import { stored } from './support/stored.ts';

test('a grade in one tab counts in the other at once', async ({ page, context, site }) => {
  await restoreStudiedWeeks(page, site.url);
  const today = await context.newPage();
  await open(today, '');
  const offered = today.getByText(/^\d+ cards? · \d+ min$/);
  const before = Number.parseInt((await offered.textContent()) ?? '', 10);
  expect(before).toBeGreaterThan(2);
  await openReview(page);
  await gradeCard(page, 'Good');
  await expect(offered).toHaveText(new RegExp(`^${before - 1} card`));
  await page.keyboard.press('u');
  await expect(counter(page)).toHaveText(/^1 of /);
  await expect(offered).toHaveText(new RegExp(`^${before} cards`));
});

test('both tabs can grade, and no answer of either is lost', async ({ page, context, site }) => {
  await restoreStudiedWeeks(page, site.url);
  const other = await context.newPage();
  await openReview(page);
  await openReview(other);
  const before = (await stored(page)).events.length;
  for (let round = 0; round < 3; round++) await Promise.all([gradeCard(page, 'Good'), gradeCard(other, 'Hard')]);
  const { events, head } = await stored(page);
  expect(events).toHaveLength(before + 6);
  expect(head.events).toBe(before + 6);
  expect(new Set(events.map(({ device, seq }) => `${device} ${seq}`)).size).toBe(events.length);
});

test('a section read in one tab is on Today in the other', async ({ page, context }) => {
  const today = await context.newPage();
  await open(today, '');
  await expect(today.getByText('Were you charged?')).toBeVisible();
  await readSection(page);
  await expect(today.getByRole('heading', { name: 'How far is a network call' })).toBeVisible();
  await expect(today.getByRole('heading', { name: 'Keep fresh' })).toBeVisible();
});

test('a setting changed in one tab holds in the other', async ({ page, context }) => {
  await open(page, 'you/');
  const other = await context.newPage();
  await open(other, '');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('everything deleted in one tab is gone from the other, which goes on', async ({ page, context, site }) => {
  await restoreStudiedWeeks(page, site.url);
  await installed(page);
  const other = await context.newPage();
  await open(other, 'learn/5.1/no-clock-to-agree-on/');
  await expect(place(other)).toHaveAccessibleName(/^Step 3 of /);
  await open(page, 'you/');
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Everything is deleted from this device.').first()).toBeVisible();
  expect((await stored(page)).events).toHaveLength(0);
  await other.getByRole('button', { name: 'Next' }).click();
  await expect.poll(async () => (await stored(page)).events.length).toBe(1);
  await open(other, 'review/');
  await expect(openCard(other)).toBeHidden();
  await expect(other.getByText('Nothing is due')).toBeVisible();
});
