/** The app in a folder of a host that it shares with others, as on GitHub Pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve, type ServedSite } from '#build/serve.mjs';
import { expect, installed, open, started, test } from './support/app-test.ts';
import { thisVersionBelow } from './support/builds.ts';
import { answerHook, gradeCard, openCard, readSection } from './support/learner.ts';

const { base } = thisVersionBelow;

/** Everything is inside: the specs below open paths relative to it. */
test.use({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const site: ServedSite = await serve({ root: thisVersionBelow.outDir, base, noStore: true });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

test('a learner walks from the first question to a review without leaving the folder', async ({ page, site }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) outside.push(request.url());
  });
  await open(page, '');
  await answerHook(page, 'Yes');
  await page.getByRole('link', { name: 'Start with 5.1' }).click();
  await expect(page).toHaveURL(`${site.url}learn/5.1/two-machines-is-enough/`);
  await readSection(page);
  await page.getByRole('link', { name: 'Stop here' }).click();
  await expect(page).toHaveURL(site.url);
  await page.getByRole('link', { name: 'Review' }).click();
  await expect(page).toHaveURL(`${site.url}review/`);
  await expect(openCard(page)).toBeVisible();
  await gradeCard(page, 'Good');
  expect(outside).toEqual([]);
});

test('every link and every file that a page names is inside the folder', async ({ page, site }) => {
  for (const path of ['', 'learn/', 'learn/5.1/', 'concepts/', 'questions/', 'practise/', 'you/', 'search/?q=clock']) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const addresses = await page
      .locator('[href], [src]')
      .evaluateAll((elements) =>
        elements.map(
          (element) =>
            new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', document.baseURI).href,
        ),
      );
    const ours = addresses.filter((address) => address.startsWith(new URL(site.url).origin));
    expect(ours.length).toBeGreaterThan(5);
    expect(ours.filter((address) => !address.startsWith(site.url))).toEqual([]);
  }
});

test('the manifest and the service worker keep to the folder', async ({ page, site, request }) => {
  await open(page, '');
  const manifestUrl = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  expect(manifestUrl.startsWith(site.url)).toBe(true);
  const manifest = await (await request.get(manifestUrl)).json();
  for (const address of [
    manifest.start_url,
    manifest.scope,
    manifest.id,
    ...manifest.icons.map(({ src }: { src: string }) => src),
  ]) {
    expect(new URL(address, manifestUrl).href.startsWith(site.url)).toBe(true);
  }
  await installed(page);
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(site.url);
});

test('an address of no page says so, from the server and from the device', async ({ page, site, request }) => {
  expect((await request.get(`${site.url}no-such-page/`)).status()).toBe(404);
  expect(await (await request.get(`${site.url}no-such-page/`)).text()).toBe(
    readFileSync(join(thisVersionBelow.outDir, '404.html'), 'utf8'),
  );
  expect((await request.get(new URL('/', site.url).href)).status()).toBe(404);
  await open(page, 'no-such-page/');
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
  await installed(page);
  await page.context().setOffline(true);
  await page.reload();
  await started(page);
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(page).toHaveURL(site.url);
  for (const path of ['concepts/uncertainty', 'learn/5.1/two-machines-is-enough/?from=mail']) {
    await open(page, path);
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.getByText('No such page')).toBeHidden();
  }
});

test('a search answers from its worker, in the folder and without a network', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '');
  await installed(page);
  await page.context().setOffline(true);
  await open(page, 'learn/5.1/kubernetes-as-an-example/#controller-with-an-old-cache');
  const figure = page.getByRole('complementary', { name: 'Figure' }).getByRole('figure').first();
  await figure.getByRole('radio').first().locator('xpath=ancestor::label').tap();
  await figure.getByRole('button', { name: 'Run it' }).tap();
  await figure.getByRole('slider', { name: 'Step' }).press('End');
  const started = page.waitForEvent('worker');
  await figure.getByRole('button', { name: 'Try every order' }).tap();
  const address = (await started).url();
  expect(address.startsWith(site.url)).toBe(true);
  // The page would go on without a worker that fails: so this one is asked itself.
  const answer = await page.evaluate(
    (url) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(url, { type: 'module' });
        worker.addEventListener('error', reject);
        worker.addEventListener('message', ({ data }) => data.kind === 'answer' && resolve(data.answer.kind));
        worker.postMessage({ protocol: 'two-phase-commit', limit: 50_000 });
      }),
    address,
  );
  expect(answer).toBe('holds');
});
