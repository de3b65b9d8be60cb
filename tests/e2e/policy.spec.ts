/** What a page may do: nothing that the policy forbids, nothing from elsewhere, nothing that it does not need. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { matchRoute, routes } from '#app/routes.ts';
import { expect, installed, open, test } from './support/app-test.ts';
import { thisVersion } from './support/builds.ts';
import { answerHook, openReview, readSection } from './support/learner.ts';
import { addresses } from './support/routes.ts';
import { restoreStudiedWeeks } from './support/studied-weeks.ts';

/** Everything that goes wrong on a page from now on, in words. The list grows while the page lives. */
async function troubleOn(page: Page, site: string): Promise<readonly string[]> {
  const trouble: string[] = [];
  const { origin } = new URL(site);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) trouble.push(`asks elsewhere: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (words: string) => trouble.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      Reflect.get(window, 'reportViolation')(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return trouble;
}

/** The names of the scripts that a page asks for from now on; the service worker's own are not among them. */
function scriptsAskedBy(page: Page): Set<string> {
  const names = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') names.add(request.url().replace(/.*\//, ''));
  });
  return names;
}

/** The chunks that hold zod, by a word that no other code says. */
function chunksWithZod(): readonly string[] {
  const folder = join(thisVersion.outDir, 'assets');
  const chunks = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return chunks.filter((name) => readFileSync(join(folder, name), 'utf8').includes('unrecognized_keys'));
}

test('every route of the app is walked by these specs', () => {
  const walked = addresses.map((address) => matchRoute(`/${address.replace(/\?.*/, '')}`)?.route.path);
  expect(new Set(walked)).toEqual(new Set([...routes.map(({ path }) => path), undefined]));
});

for (const who of ['a first visit', 'a learner of three weeks'] as const) {
  test(`no page breaks the policy, complains, or asks another host: ${who}`, async ({ page, site }) => {
    if (who !== 'a first visit') await restoreStudiedWeeks(page, site.url);
    const walk = await page.context().newPage();
    const trouble = await troubleOn(walk, site.url);
    const scripts = scriptsAskedBy(walk);
    for (const address of addresses) {
      await open(walk, address);
      await expect(walk.locator('main h1')).toBeVisible();
      await walk.waitForLoadState('networkidle');
    }
    // The address of no page is answered with 404, which a browser puts on its console.
    expect(trouble.filter((words) => !words.includes('status of 404'))).toEqual([]);
    expect(scripts.size).toBeGreaterThan(addresses.length / 2);
    expect(chunksWithZod().filter((name) => scripts.has(name))).toEqual([]);
  });
}

test('no step of the loop breaks the policy either', async ({ page, site }) => {
  const trouble = await troubleOn(page, site.url);
  await open(page, '');
  await answerHook(page, 'No');
  await readSection(page);
  await openReview(page);
  await page.getByRole('button', { name: 'Show answer' }).click();
  await installed(page);
  expect(trouble).toEqual([]);
});

test('the code that checks a backup comes with a backup', async ({ page, site }) => {
  const scripts = scriptsAskedBy(page);
  await restoreStudiedWeeks(page, site.url);
  expect(chunksWithZod().some((name) => scripts.has(name))).toBe(true);
});
