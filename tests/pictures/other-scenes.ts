import type { Page } from '@playwright/test';
import { asUsual, press, type Host, type Scene } from './scene.ts';

async function meetNewVersion(page: Page, { publishNewVersion }: Host): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  publishNewVersion();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}

export const otherScenes: readonly Scene[] = [
  { name: 'concepts', path: 'concepts/', study: asUsual, shows: 'Partial failure' },
  { name: 'concept', path: 'concepts/partial-failure/', study: asUsual, shows: 'Easily taken for it' },
  { name: 'concept-first-visit', path: 'concepts/distributed-lock/', shows: 'Keep this concept' },
  { name: 'concept-without-cards', path: 'concepts/fencing-token/', shows: 'Easily taken for it' },
  { name: 'questions', path: 'questions/', shows: 'What if this call fails?' },
  { name: 'design-reviews', path: 'questions/review/', study: asUsual, shows: 'Checkout of the web shop' },
  {
    name: 'design-review',
    path: 'questions/review/',
    study: asUsual,
    act: (page) => page.getByRole('button', { name: /^Checkout of the web shop/ }).click(),
    shows: 'Which system?',
  },
  { name: 'search-empty', path: 'search/', shows: 'Looks through the whole course' },
  { name: 'search', path: 'search/?q=timeout', shows: /\d+ results/ },
  { name: 'search-nothing', path: 'search/?q=blockchain', shows: /Nothing found/ },
  { name: 'you-first-visit', path: 'you/', shows: 'Entries in your log' },
  { name: 'you', path: 'you/', study: asUsual, shows: 'Entries in your log' },
  {
    name: 'you-delete',
    path: 'you/',
    study: asUsual,
    act: (page) => press(page, 'Delete everything…'),
    shows: 'Delete everything?',
  },
  { name: 'sources', path: 'you/sources/', shows: 'Sources' },
  { name: 'not-found', path: 'no-such-page/', shows: /not|no/i },
  { name: 'new-version', path: '', study: asUsual, act: meetNewVersion, shows: 'New version: reload' },
];
