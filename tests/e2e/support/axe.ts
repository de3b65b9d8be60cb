/** What axe finds on the page as it is now. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line for each element. */
export async function violationsOn(page: Page, options: RunOptions): Promise<readonly string[]> {
  // Once a page: it is half a megabyte.
  if (!(await page.evaluate(() => Reflect.has(window, 'axe')))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (wanted): Promise<AxeResults> => Reflect.get(window, 'axe').run(document, wanted),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id} (${help}): ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}
