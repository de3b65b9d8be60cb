/** What a page looks like before its app runs: the styles in the page itself are all that it needs. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app-test.ts';
import { addresses } from './support/routes.ts';

/** Place, size and looks of every element, as a line each. */
const looksOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, borderColor, display, opacity, fontSize } = getComputedStyle(element);
      const looks = [x, y, width, height, color, backgroundColor, borderColor, display, opacity, fontSize];
      return `${element.outerHTML.slice(0, 60)}: ${looks.join(' ')}`;
    }),
  );

test.use({ serviceWorkers: 'block' });

test('no page changes when the whole stylesheet comes', async ({ page }) => {
  // Without its app a page stays as it was sent.
  await page.route('**/assets/*.js', (route) => route.abort());
  for (const address of addresses) {
    await page.goto(address);
    const link = page.locator('link[rel=stylesheet]');
    await expect.poll(() => link.evaluate((element) => (element as HTMLLinkElement).sheet !== null)).toBe(true);
    const whole = await looksOf(page);
    await link.evaluate((element) => element.remove());
    expect.soft(await looksOf(page), address).toEqual(whole);
  }
});
