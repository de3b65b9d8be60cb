import { chromium } from '@playwright/test';
import { launchOptions } from '#tests/support/browser.ts';
import { type Bench, hosted } from './bench-run.ts';
import { builtPage } from './built-page.ts';
import { type Measured, milliseconds } from './measure.ts';
import type { PageBenches } from './page/page.ts';

const CARDS = 100_000;

/** The large queue and the long replay once more, where a learner has them: over IndexedDB, and in a worker. */
export async function benchInBrowser({ root, folder }: Bench): Promise<readonly Measured[]> {
  const built = await builtPage(root, folder, 'page');
  const browser = await chromium.launch(await launchOptions());
  try {
    return await hosted(built, async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      const replay = await page.evaluate(() =>
        (globalThis as unknown as { benches: PageBenches }).benches.timeReplay(),
      );
      const queue = await page.evaluate(async (cards) => {
        const { fillStore, timeQueue } = (globalThis as unknown as { benches: PageBenches }).benches;
        await fillStore(cards);
        return timeQueue(cards);
      }, CARDS);
      return [
        row('due queue, 100,000 cards, its due cards read from IndexedDB', queue.dueRead, '≤ 50 ms'),
        row('due queue, 100,000 cards, from IndexedDB to the first card', queue.whole, '≤ 50 ms'),
        row('  of it, all cards read from IndexedDB', queue.allRead, ''),
        row('replay of 100,000 reviews, in a worker', replay.inWorker, '≤ 400 ms'),
        row('  with the log handed over and the rows handed back', replay.withHandOver, ''),
      ];
    });
  } finally {
    await browser.close();
  }
}

const row = (what: string, ms: number, budget: string): Measured => ({ what, measured: milliseconds(ms), budget });
