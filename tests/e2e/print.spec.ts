/** What comes out of a printer: the browser lays it out in the moment it prints, so only a browser can tell. */
import type { Page } from '@playwright/test';
import { expect, open, test } from './support/app-test.ts';

/** Prints the page, and returns what stood on paper. */
async function printed(page: Page): Promise<string> {
  await expect(async () => {
    await page.pdf();
    expect(await onPaper(page)).not.toBe('');
  }).toPass();
  return onPaper(page);
}

const onPaper = (page: Page) => page.evaluate(() => sessionStorage.getItem('on-paper') ?? '');

test.beforeEach(async ({ page }) => {
  // Before the app's own listener, which takes the paper away again.
  await page.addInitScript(() =>
    addEventListener('afterprint', () => {
      sessionStorage.setItem(
        'on-paper',
        document.querySelector('[data-print="only"], [data-print="also"]')?.textContent ?? '',
      );
    }),
  );
});

test('a section’s later screens are on paper although its first is on the screen', async ({ page }) => {
  await open(page, 'learn/5.1/the-silence-has-three-meanings/');
  const text = await printed(page);
  expect(text).toContain('One more message does not help');
  expect(text).toContain('In run B the service answers that it is paid. The answer is lost.');
  await expect(page.locator('[data-print="only"]')).toHaveCount(0);
});

test('a module is printed with all its sections, also on a dark screen in black on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'learn/5.1/');
  const text = await printed(page);
  expect(text).toContain('Section 1 of 8');
  expect(text).toContain('Section 8 of 8');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(29, 27, 23)');
});

test('a word that opens its meaning is a word on paper', async ({ page }) => {
  await open(page, 'learn/5.1/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'not re-read here' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print this module' })).toBeHidden();
});
