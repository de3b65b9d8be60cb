import { chromium, type Page } from '@playwright/test';
import type { ProvenPuzzle, ProvenRound } from '#content/compiled.ts';
import { contentFromDisk } from '#build/content-files.ts';
import { LIVE_STATES } from '#puzzles/prove.ts';
import { launchOptions, openApp } from '#tests/support/browser.ts';
import { dist } from '#tests/support/built-site.ts';
import { type Bench, hosted } from './bench-run.ts';
import { type Measured, milliseconds } from './measure.ts';

interface Claim {
  readonly puzzle: ProvenPuzzle;
  readonly round: ProvenRound;
  readonly place: number;
}

interface Proven {
  readonly ms: number;
  /** The longest time that the page could not answer meanwhile; 0 where no task took 50 ms. */
  readonly longestTaskMs: number;
}

/** The longest proofs that a learner's device makes itself, on the screen where they are asked for. */
export async function benchProofs({ root, patience: { loads } }: Bench): Promise<readonly Measured[]> {
  const claims = await claimsOf(root);
  const longest = claims
    .toSorted((one, other) => other.round.truth.states - one.round.truth.states)
    .slice(0, loads + 2);
  const browser = await chromium.launch(await launchOptions());
  try {
    return await hosted(dist, async (url) => {
      const rows: Measured[] = [];
      for (const claim of longest) {
        const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
        const { ms, longestTaskMs } = await prove(page, url, claim);
        await page.close();
        const what = `proof of ${claim.puzzle.id}, round ${claim.place + 1}: ${claim.round.truth.states} states`;
        rows.push({ what, measured: milliseconds(ms), budget: '≤ 3,000 ms' });
        rows.push({
          what: '  longest task of the page meanwhile',
          measured: milliseconds(longestTaskMs),
          budget: '≤ 50 ms',
        });
      }
      return rows;
    });
  } finally {
    await browser.close();
  }
}

async function claimsOf(root: string): Promise<readonly Claim[]> {
  const { content } = contentFromDisk(root).visit();
  const { modules } = await content.track();
  const pages = await Promise.all(modules.map(({ id }) => content.puzzlesOf(id)));
  return pages.flatMap((page) =>
    (page?.puzzles ?? []).flatMap((puzzle) =>
      puzzle.rounds.flatMap((round, place) =>
        round.truth.kind === 'impossible' && round.truth.states <= LIVE_STATES ? [{ puzzle, round, place }] : [],
      ),
    ),
  );
}

/** From the tap until the device has met every state. */
async function prove(page: Page, url: string, { puzzle, place }: Claim): Promise<Proven> {
  await openApp(page, `${url}puzzles/${puzzle.id}/`);
  if (puzzle.rounds.length > 1)
    await page
      .getByRole('button', { name: `Round ${place + 1}` })
      .first()
      .click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Guess', exact: true }).click();
  await page.locator('summary', { hasText: /^How you play/ }).click();
  await page.getByRole('button', { name: 'Alone', exact: true }).click();
  await page.getByRole('button', { name: 'This cannot be done' }).click();
  await page.getByRole('button', { name: 'Prove it on this device' }).waitFor();
  return page.evaluate(
    () =>
      new Promise<Proven>((resolve) => {
        let longestTaskMs = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
        }).observe({ type: 'longtask' });
        const button = [...document.querySelectorAll('button')].find((each) => each.textContent.startsWith('Prove it'));
        const beganMs = performance.now();
        new MutationObserver((_, observer) => {
          if (!document.body.textContent.includes('the same as written down')) return;
          observer.disconnect();
          // A task is told of after it has ended.
          setTimeout(() => resolve({ ms: performance.now() - beganMs, longestTaskMs }));
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
        button?.click();
      }),
  );
}
