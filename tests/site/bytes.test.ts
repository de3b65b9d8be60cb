/** The budgets. A failure lists what weighs how much. */
import { expect, test } from 'vitest';
import { weightTable } from '#build/report-bytes.ts';
import { siteBytes, totalOf, type Weight } from '#build/site-bytes.ts';
import { dist } from '#tests/support/built-site.ts';

const site = siteBytes(dist);
const kilobyte = 1024;

function check(what: string, weights: readonly Weight[], limitBytes: number): void {
  const total = totalOf(weights);
  expect(total, `${what}: ${total} bytes where ${limitBytes} are allowed\n${weightTable(weights)}`).toBeLessThanOrEqual(
    limitBytes,
  );
}

test('the first route starts with at most 20 KB of JavaScript', () => {
  check('the first route', site.startOf('index.html'), 20 * kilobyte);
});

test('the script before the first paint is at most half a kilobyte, not compressed', () => {
  expect(Buffer.byteLength(site.read('boot.js'))).toBeLessThanOrEqual(512);
});

test('the review route asks its first card with at most 35 KB in all, the store included', () => {
  const start = site.startOf('review/index.html');
  expect(start.map(({ file }) => file)).toContainEqual(expect.stringMatching(/\/store-/));
  check('the review route', start, 35 * kilobyte);
});

test('every chunk is at most 30 KB', () => {
  const heaviest = site.chunks.toSorted((a, b) => b.gzipBytes - a.gzipBytes)[0];
  expect(heaviest?.gzipBytes, weightTable(site.chunks)).toBeLessThanOrEqual(30 * kilobyte);
});

test('the service worker, its list of files included, is at most 7 KB', () => {
  check('sw.js', [site.serviceWorker], 7 * kilobyte);
});

test('the whole track is kept on the device in at most 600 KB and 100 files', () => {
  check('the precache', site.precache, 600 * kilobyte);
  expect(site.precache.length, weightTable(site.precache)).toBeLessThanOrEqual(100);
});

test('no page starts with zod, which only imports of files need', () => {
  const withZod = new Set(
    site.pages.flatMap((page) => site.startOf(page).filter(({ file }) => site.read(file).includes('_zod'))),
  );
  expect([...withZod].map(({ file }) => file)).toEqual([]);
});

test('there are no web fonts, and no page waits for a stylesheet', () => {
  expect(site.files.filter((file) => /\.(woff2?|ttf|otf)$/.test(file))).toEqual([]);
  expect(site.files.filter((file) => file.endsWith('.css'))).toHaveLength(1);
  expect(site.pages.filter((page) => site.read(page).includes('rel="stylesheet"'))).toEqual([]);
  expect(site.pages.filter((page) => site.read(page).includes('@font-face'))).toEqual([]);
});
