import { chromium } from '@playwright/test';
import { dist } from '#tests/support/built-site.ts';
import { launchOptions, restoreBackup } from '#tests/support/browser.ts';
import { type Bench, hosted } from './bench-run.ts';
import { type Measured, median, milliseconds, quantile } from './measure.ts';
import { returningLearner } from './returning-learner.ts';
import { slowDown } from './slow-down.ts';

/** In ms since the tap on a grade. */
interface Graded {
  /** The next card is on the screen. */
  readonly painted: number;
  /** The counter moved: the answer survives anything from here on. */
  readonly committed: number;
}

/** From a tap on Good to the next card, again and again, with the processor slowed down. */
export async function benchGrading({ root, patience: { grades } }: Bench): Promise<readonly Measured[]> {
  const backup = await returningLearner(root);
  const browser = await chromium.launch(await launchOptions());
  try {
    const taps = await hosted(dist, async (base) => {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      await restoreBackup(page, base, backup);
      await page.goto(`${base}review/`);
      await page.getByRole('button', { name: 'Show answer' }).waitFor();
      await slowDown(page);
      return page.evaluate(gradeInPage, grades);
    });
    return [...rowsOf(taps, 'painted', '≤ 50 ms'), ...rowsOf(taps, 'committed', '≤ 150 ms')];
  } finally {
    await browser.close();
  }
}

function rowsOf(taps: readonly Graded[], moment: keyof Graded, budget: string): readonly Measured[] {
  const times = taps.map((tap) => tap[moment]);
  const what = `grade → next card ${moment}, 4× CPU`;
  return [
    { what: `${what}, median of ${times.length}`, measured: milliseconds(median(times)), budget },
    { what: `${what}, 95th percentile`, measured: milliseconds(quantile(times, 0.95)), budget },
  ];
}

/** Runs in the page, so that no time goes by on the way to it. */
async function gradeInPage(count: number): Promise<Graded[]> {
  const usable = (name: string) =>
    [...document.querySelectorAll('button')].find(
      (button) => button.textContent?.trim().startsWith(name) && button.getAttribute('aria-disabled') !== 'true',
    );
  const counter = () => document.querySelector('main header')?.textContent;
  const until = <Value>(read: () => Value | undefined | false) =>
    new Promise<Value>((resolve) => {
      const look = () => {
        const value = read();
        if (value === undefined || value === false) return;
        observer.disconnect();
        resolve(value);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    });
  const taps: Graded[] = [];
  while (taps.length < count) {
    (await until(() => usable('Show answer'))).click();
    const good = await until(() => usable('Good'));
    // A learner reads before the tap: the frame before it is over.
    await painted();
    const before = counter();
    const start = performance.now();
    const committed = until(() => counter() !== before && { at: performance.now() });
    good.click();
    await until(() => usable('Show answer'));
    const at = await painted();
    taps.push({ painted: at - start, committed: (await committed).at - start });
  }
  return taps;
}
