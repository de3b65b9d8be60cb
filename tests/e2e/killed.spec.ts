/** The browser is killed in the middle of an answer: what was shown as taken is there, and the log and the rows agree. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { randomFrom } from '#base/random.ts';
import { replay } from '#progress/replay.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { expect, started, test } from './support/app-test.ts';
import { startKillable } from './support/killable-browser.ts';
import { counter, gradeButton, openCard } from './support/learner.ts';
import { restoreStudiedWeeks, studiedMorning } from './support/studied-weeks.ts';
import { stored, type Stored } from './support/stored.ts';

const KILLS = 10;
/** A write takes some milliseconds: within these it is likely to be under way. */
const LONGEST_WAIT_MS = 30;
/** Long enough for any write: the kill then comes the moment that the answer is shown as taken. */
const UNTIL_TAKEN_MS = 5000;

const dayAfter = (days: number) => new Date(studiedMorning.getTime() + days * 86_400_000);

async function show(page: Page): Promise<void> {
  await page.keyboard.press('Space');
  await expect(gradeButton(page, 'Good')).not.toHaveAttribute('aria-disabled', 'true');
}

/** Answers with one key. Undo is an answer too: it writes, and the counter moves. */
async function answer(page: Page, key: string): Promise<void> {
  const before = (await counter(page).textContent()) ?? '';
  if (key !== 'u') await show(page);
  await page.keyboard.press(key);
  await expect(counter(page)).not.toHaveText(before);
}

/** Answers, and comes back the moment the counter moves, or after `longestMs` without that. True where it moved. */
async function answerUntil(page: Page, longestMs: number): Promise<boolean> {
  await show(page);
  await counter(page).evaluate((element, ms) => {
    const before = element.textContent;
    const moved = new Promise<boolean>((resolve) => {
      const observer = new MutationObserver(() => element.textContent !== before && resolve(true));
      observer.observe(element, { subtree: true, childList: true, characterData: true });
      document.addEventListener('keydown', () => setTimeout(() => resolve(false), ms), { once: true });
    });
    Object.assign(window, { moved });
  }, longestMs);
  const [isMoved] = await Promise.all([
    page.waitForFunction(() => Reflect.get(window, 'moved')).then((found) => found.jsonValue()),
    page.keyboard.press('1'),
  ]);
  return isMoved === true;
}

/** Up to three answers: Again, Good, and sometimes the one before taken back. */
function keysOf(random: () => number): readonly string[] {
  const keys: string[] = [];
  for (let left = Math.floor(random() * 4); left > 0; left--) {
    const mayUndo = keys.length > 0 && keys.at(-1) !== 'u';
    keys.push(mayUndo && random() < 0.3 ? 'u' : random() < 0.7 ? '1' : '3');
  }
  return keys;
}

/** The rows on the disk are those that the log alone gives, and its head counts what it holds. */
function expectAgreement({ events, rows, head }: Stored): void {
  const kept = rows.map(({ subject, row, lastTick }) => [subject, { row, lastTick }] as const);
  const replayed = [...replay(events, fsrs)].map(
    ([subject, { row, lastTick }]) => [subject, { row, lastTick }] as const,
  );
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(replayed));
  expect(head.events).toBe(events.length);
  for (const { device, seq } of events) if (device === head.device) expect(seq).toBeLessThan(head.nextSeq);
}

for (const seed of [1, 2]) {
  test(`killed ${KILLS} times while cards are graded, it comes back with every answer (seed ${seed})`, async ({
    site,
  }) => {
    test.skip(process.platform === 'win32', 'there are no process groups to kill');
    test.setTimeout(180_000);
    const random = randomFrom(seed);
    const folder = await mkdtemp(join(tmpdir(), 'quorum-killed-'));
    let browser = await startKillable(folder);
    const openPage = async (path: string, day: number): Promise<Page> => {
      await browser.context.clock.setFixedTime(dayAfter(day));
      const page = await browser.context.newPage();
      await page.goto(site.url + path);
      await started(page);
      return page;
    };
    try {
      await restoreStudiedWeeks(await browser.context.newPage(), site.url);
      for (let kill = 1; kill <= KILLS; kill++) {
        // Each on a day of its own, so that the cards left at the last kill are due again.
        const page = await openPage('review/', kill);
        await expect(openCard(page)).toBeVisible();
        const before = (await stored(page)).events.length;
        const keys = keysOf(random);
        for (const key of keys) await answer(page, key);
        const isTaken = await answerUntil(
          page,
          random() < 0.5 ? UNTIL_TAKEN_MS : Math.floor(random() * LONGEST_WAIT_MS),
        );
        await browser.kill();
        const taken = before + keys.length + (isTaken ? 1 : 0);

        browser = await startKillable(folder);
        const found = await stored(await openPage('review/', kill));
        expect(found.events.length).toBeGreaterThanOrEqual(taken);
        expect(found.events.length).toBeLessThanOrEqual(before + keys.length + 1);
        expectAgreement(found);
      }
    } finally {
      await browser.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
