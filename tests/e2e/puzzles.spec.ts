/** Every puzzle through its screen, in a phone's size: a shortest way move by move, and a proof that there is none. */
import type { Browser, Locator, Page } from '@playwright/test';
import { boardFor } from '#build/entries.ts';
import type { ProvenPuzzle, ProvenRound } from '#content/compiled.ts';
import { choicesOf } from '#figures/play/run-of-board.ts';
import { LIVE_STATES } from '#puzzles/prove.ts';
import { replayAll } from '#simulator/replay.ts';
import { expect, installed, open, test } from './support/app-test.ts';
import { violationsOn } from './support/axe.ts';
import { puzzlesOf } from './support/course.ts';
import { press } from './support/keyboard.ts';

test.use({ viewport: { width: 360, height: 740 } });
test.describe.configure({ timeout: 180_000 });

type Press = (page: Page, button: Locator) => Promise<void>;

const touch: Press = (_, button) => button.tap();
const keys: Press = press;

/** The shortest way that was proven, in the words of the list of moves. */
function wayOf({ system, truth }: ProvenRound): readonly string[] {
  const board = boardFor(system);
  if (!board.ok || truth.kind !== 'possible') throw new Error('there is no way to play');
  const { states } = replayAll(board.value.system, truth.path).replay;
  return truth.path.map((index, place) => choicesOf(board.value, states[place])[index]?.sentence ?? '');
}

/** The button of a move that says exactly this. */
const moveButton = (page: Page, sentence: string): Locator =>
  page
    .locator('[data-move] > span:first-child')
    .filter({ hasText: exactly(sentence) })
    .locator('xpath=..');

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

/** Predicts with the first option, and plays without help. */
async function beginAlone(page: Page, by: Press): Promise<void> {
  await page.getByRole('radio').first().check();
  await by(page, page.getByRole('button', { name: 'Guess', exact: true }));
  await by(page, page.locator('summary', { hasText: /^How you play/ }));
  await by(page, page.getByRole('button', { name: 'Alone', exact: true }));
}

async function solve(page: Page, by: Press, round: ProvenRound): Promise<void> {
  for (const sentence of wayOf(round)) await by(page, moveButton(page, sentence));
  await expect(page.getByRole('heading', { name: /^Solved in \d+ moves?\. No way is shorter\.$/ })).toBeFocused();
}

async function refute(page: Page, by: Press, { truth }: ProvenRound): Promise<void> {
  await by(page, page.getByRole('button', { name: 'This cannot be done' }));
  const goOn = page.getByRole('button', { name: 'So it is: go on' });
  if (truth.states <= LIVE_STATES) {
    await by(page, page.getByRole('button', { name: 'Prove it on this device' }));
    await expect(page.getByText(', the same as written down.')).toBeVisible({ timeout: 60_000 });
  }
  await by(page, goOn);
  await expect(page.getByRole('heading', { name: 'Right: it cannot be done.' })).toBeFocused();
}

/** The question, and the first round with the opposite answer. Every round's truth is held by `tests/puzzles/truths.test.ts`. */
function playedOf({ rounds }: ProvenPuzzle): readonly number[] {
  const opposite = rounds.findIndex(({ truth }) => truth.kind !== rounds[0]?.truth.kind);
  return opposite < 0 ? [0] : [0, opposite];
}

async function playPuzzle(page: Page, puzzle: ProvenPuzzle, by: Press): Promise<void> {
  const { id, rounds } = puzzle;
  for (const place of playedOf(puzzle)) {
    const round = rounds[place];
    if (round === undefined) continue;
    await test.step(`${id}, round ${place + 1}`, async () => {
      await open(page, `puzzles/${id}/`);
      const chooser = page.getByRole('button', { name: `Round ${place + 1}` });
      if (rounds.length > 1) await by(page, chooser.first());
      await beginAlone(page, by);
      await (round.truth.kind === 'possible' ? solve : refute)(page, by, round);
    });
  }
  expect.soft(await violationsOn(page, { resultTypes: ['violations'] }), id).toEqual([]);
}

for (const module of ['5.1', '5.2', '5.3']) {
  for (const [name, by, isTurn] of [
    ['touch', touch, (index: number) => index % 2 === 0],
    ['keyboard', keys, (index: number) => index % 2 === 1],
  ] as const) {
    test(`the puzzles of ${module} are solved by ${name}, offline`, async ({ page, context }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page, '');
      await installed(page);
      await context.setOffline(true);
      for (const puzzle of puzzlesOf(module).filter((_, index) => isTurn(index))) await playPuzzle(page, puzzle, by);
    });
  }
}

/** Another device: nothing is on it but the app, and it has no network. */
async function elsewhere(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await open(page, url);
  await installed(page);
  await context.setOffline(true);
  return page;
}

test('a shared link shows the same position on another device, offline; one that is broken says so', async ({
  page,
  browser,
  site,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'puzzles/charged-or-not/');
  await beginAlone(page, touch);
  await page.locator('[data-move]').first().tap();
  await page.locator('[data-move]').first().tap();
  const goal = page.getByRole('region', { name: 'The goal' });
  const live = await goal.textContent();
  await page.getByRole('button', { name: 'Copy a link to this position' }).tap();
  const link = (await page.locator('output').last().textContent()) ?? '';
  expect(link).toContain('/puzzles/charged-or-not/#');

  const other = await elsewhere(browser, site.url);
  await open(other, link);
  await expect(other.getByRole('region', { name: 'The goal' })).toHaveText(live ?? '');
  await expect(other.getByText('2 moves', { exact: true })).toBeVisible();

  await other.goto('about:blank');
  await open(other, link.replace(/.{8}$/, '00000000'));
  await expect(other.getByText(/^This link is older than the puzzle/)).toBeVisible();
  await other.goto('about:blank');
  await open(other, link.slice(0, -4));
  await expect(other.getByText(/^This link does not lead to a position/)).toBeVisible();
  await other.context().close();
});
