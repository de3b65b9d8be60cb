/** The lab in a phone's size: a run in time, then moves by hand, and the same position on another device, offline. */
import { expect, installed, open, test } from './support/app-test.ts';
import { violationsOn } from './support/axe.ts';

const phone = { width: 360, height: 740 };
test.use({ viewport: phone });

test('a run is paused and looked into, and moves made by hand are the same on another device, offline', async ({
  page,
  browser,
  site,
}) => {
  await open(page, 'lab/');
  await page.getByLabel('Protocol').selectOption({ label: 'Raft' });
  await page.getByRole('button', { name: 'Run', exact: true }).tap();
  await expect(page.getByRole('img', { name: 'Raft, running.' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause', exact: true }).tap();
  await page.getByRole('button', { name: 'Step', exact: true }).tap();
  await expect(page.getByRole('slider', { name: 'Instant' })).toBeVisible();
  await page.getByRole('radio', { name: 'B', exact: true }).check();
  await expect(page.getByText(/^B is up/)).toBeVisible();
  expect.soft(await violationsOn(page, { resultTypes: ['violations'] })).toEqual([]);

  await page.getByRole('button', { name: 'By hand' }).tap();
  await page.locator('[data-move]', { hasText: 'A’s election timer fires' }).tap();
  await page.locator('[data-move]', { hasText: 'Crash B' }).tap();
  const run = page.getByRole('region', { name: 'The run' });
  await expect(run.getByText('2 moves', { exact: true })).toBeVisible();
  expect.soft(await violationsOn(page, { resultTypes: ['violations'] })).toEqual([]);
  const moves = await page.locator('[data-move]').allTextContents();
  await page.locator('summary', { hasText: 'A link to this position' }).tap();
  const link = await page.getByLabel('The link').inputValue();

  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const other = await context.newPage();
  await open(other, site.url);
  await installed(other);
  await context.setOffline(true);
  await open(other, link);
  await expect(other.getByRole('region', { name: 'The run' }).getByText('2 moves', { exact: true })).toBeVisible();
  expect(await other.locator('[data-move]').allTextContents()).toEqual(moves);
  await context.close();
});
