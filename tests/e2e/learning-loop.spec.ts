/** One learner, three days: what the course is for, in one walk, and nothing of it lost when everything is switched off. */
import type { BrowserContext, Page } from '@playwright/test';
import { serve } from '#build/serve.mjs';
import { expect, firstMorning, installed, morningAfter, open, started, test } from './support/app-test.ts';
import { thisVersion } from './support/builds.ts';
import { takeCheckMissingOne } from './support/check-taker.ts';
import { deck } from './support/course.ts';
import {
  answerHook,
  atStep,
  counter,
  gradeCard,
  openCard,
  openReview,
  place,
  readSection,
  reviewAll,
} from './support/learner.ts';
import { fixDraws } from './support/fixed-draw.ts';
import { createProfile } from './support/profile.ts';
import { stored } from './support/stored.ts';

const section = 'learn/5.1/two-machines-is-enough/';
const nextSection = 'learn/5.1/how-far-is-a-network-call/';

test('a learner guesses, reads, reviews and is checked, and finds it all again offline', async ({
  contextOptions,
  launchOptions,
}) => {
  test.setTimeout(120_000);
  const site = await serve({ root: thisVersion.outDir, base: thisVersion.base, noStore: true });
  const profile = await createProfile({ ...launchOptions, ...contextOptions, baseURL: site.url });
  let context = await profile.start(firstMorning);
  await fixDraws(context);
  try {
    let page = await firstPage(context);
    await test.step('day 1: the first question, then the first section', () => firstDay(page));
    await test.step('day 2: the cards come back', () => secondDay(context, page));
    const missedCard = await test.step('day 2: the check', () => check(page));
    await test.step('day 3: what was missed while sure comes first', () => thirdDay(context, page, missedCard));

    const before = await stored(page);
    await installed(page);
    await context.close();
    await site.close();
    context = await profile.start(morningAfter(2));
    await context.setOffline(true);
    page = await firstPage(context);
    await test.step('the server is gone and the browser was closed: nothing is lost', () => everythingIsThere(page));
    expect((await stored(page)).events).toEqual(before.events);
    await test.step('and it goes on', () => goOnOffline(page));
  } finally {
    await context.close();
    await site.close();
    await profile.remove();
  }
});

const firstPage = async (context: BrowserContext): Promise<Page> => context.pages()[0] ?? context.newPage();

async function firstDay(page: Page): Promise<void> {
  await open(page, '');
  await expect(page.getByText('Were you charged?')).toBeVisible();
  await answerHook(page, /^Can.t know$/);
  await page.getByRole('link', { name: 'Start with 5.1' }).click();
  await expect(page).toHaveURL(new RegExp(`${section}$`));
  await readSection(page, section);
  await page.getByRole('link', { name: 'Stop here' }).click();
  await expect(page.getByRole('heading', { name: 'How far is a network call' })).toBeVisible();
  await expect(page.getByText('1 day this month', { exact: true })).toBeVisible();
}

async function secondDay(context: BrowserContext, page: Page): Promise<void> {
  // Half past three in the night still belongs to the day before: nothing that was learned on it is due again.
  await context.clock.setFixedTime(new Date('2026-03-03T03:30:00+01:00'));
  await open(page, '');
  await expect(page.getByRole('heading', { name: 'Keep fresh' })).toBeVisible();
  const byNight = await cardsOffered(page);
  await context.clock.setFixedTime(new Date('2026-03-03T04:30:00+01:00'));
  await open(page, '');
  await expect.poll(() => cardsOffered(page)).toBeGreaterThanOrEqual(byNight);
  const offered = await cardsOffered(page);
  await page.getByRole('link', { name: 'Review' }).click();
  await expect(openCard(page)).toBeVisible();
  expect(await reviewAll(page, 'Good')).toBe(offered);
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(page.getByText('2 days this month', { exact: true })).toBeVisible();
}

/** "7 cards · 3 min", on Today. */
async function cardsOffered(page: Page): Promise<number> {
  const words = await page.getByText(/^\d+ cards? · \d+ min$/).textContent();
  return Number.parseInt(words ?? '', 10);
}

async function check(page: Page): Promise<string> {
  await open(page, 'check/5.1/');
  const { card } = await takeCheckMissingOne(page, '5.1');
  await expect(page.getByRole('heading', { name: 'Passed: 9 of 10' })).toBeFocused();
  await expect(page.getByText('1 missed')).toBeVisible();
  return card;
}

async function thirdDay(context: BrowserContext, page: Page, missedCard: string): Promise<void> {
  await context.clock.setFixedTime(morningAfter(2));
  await openReview(page);
  const { events } = await stored(page);
  await gradeCard(page, 'Good');
  const grade = (await stored(page)).events.find(({ id }) => !events.some((event) => event.id === id));
  expect(grade).toMatchObject({ kind: 'cardGraded', card: missedCard });
  expect(deck().cards.map(({ id }) => id)).toContain(missedCard);
  // The place in the next section is kept.
  await open(page, nextSection);
  await expect(page.locator('main h1')).toBeFocused();
  await page.getByRole('button', { name: 'Next' }).click();
  await atStep(page, 2);
  await page.getByRole('button', { name: 'Next' }).click();
  await atStep(page, 3);
  await expect
    .poll(async () => (await stored(page)).events.filter(({ kind }) => kind === 'sectionReached').length)
    .toBeGreaterThan(5);
}

async function everythingIsThere(page: Page): Promise<void> {
  await open(page, '');
  await expect(page.getByText('3 days this month', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(place(page)).toHaveAccessibleName(/^Step 3 of /);
  await open(page, 'check/5.1/');
  await expect(page.getByText('9 of 10 · passed')).toBeVisible();
  await open(page, 'learn/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function goOnOffline(page: Page): Promise<void> {
  await openReview(page);
  const before = await counter(page).textContent();
  await gradeCard(page, 'Good');
  await page.reload();
  await started(page);
  await expect(counter(page)).not.toHaveText(before ?? '');
  await open(page, nextSection);
  await expect(place(page)).toHaveAccessibleName(/^Step 3 of /);
}

const deepLinks = [
  ['a section', 'learn/5.1/two-machines-is-enough', 'Two machines is enough'],
  ['a concept', 'concepts/uncertainty', 'Uncertainty'],
] as const;

for (const [what, path, title] of deepLinks) {
  test(`a link to ${what} opens it offline, with and without a slash, a query and a hash`, async ({
    page,
    context,
  }) => {
    await open(page, '');
    await installed(page);
    await context.setOffline(true);
    for (const end of ['/', '', '/?from=mail', '?from=mail', '/#main', '#main']) {
      await open(page, path + end);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    }
  });
}

test('a link to a paragraph opens the screen it is on, offline', async ({ page, context }) => {
  await open(page, '');
  await installed(page);
  await context.setOffline(true);
  await open(page, `${section}#two-is-enough`);
  await expect(page.locator('#two-is-enough')).toBeFocused();
  await expect(page.locator('#two-is-enough')).toBeInViewport();
});
