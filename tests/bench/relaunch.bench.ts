import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { dist } from '#tests/support/built-site.ts';
import { launchOptions, restoreBackup } from '#tests/support/browser.ts';
import { type Bench, hosted, repeated } from './bench-run.ts';
import { type Measured, median, milliseconds } from './measure.ts';
import { returningLearner } from './returning-learner.ts';
import { slowDown } from './slow-down.ts';

/** All in ms since the navigation began. */
interface Relaunch {
  readonly firstPaint: number;
  /** The first card and its button are painted, and the button answers. */
  readonly card: number;
  /** A grade would be taken. */
  readonly grades: number;
}

/** The installed app opened again at its review, with no server there and the processor slowed down. */
export async function benchRelaunch({ root, folder, patience: { loads } }: Bench): Promise<readonly Measured[]> {
  const profile = join(folder, 'relaunch');
  mkdirSync(profile);
  const backup = await returningLearner(root);
  const url = await hosted(dist, async (base) => {
    await inBrowser(profile, async (context) => install(await context.newPage(), base, backup));
    return base;
  });
  // One start that does not count, as after an installation: the browser keeps what it compiled.
  await inBrowser(profile, (context) => relaunch(context, url));
  const starts = await repeated(loads, () => inBrowser(profile, (context) => relaunch(context, url)));
  const middle = (key: keyof Relaunch) => milliseconds(median(starts.map((start) => start[key])));
  return [
    { what: 'offline relaunch, 4× CPU: first paint', measured: middle('firstPaint'), budget: '≤ 700 ms' },
    { what: 'offline relaunch, 4× CPU: first card usable', measured: middle('card'), budget: '≤ 1,000 ms' },
    {
      what: 'offline relaunch, 4× CPU: its grades ready, if it is shown at once',
      measured: middle('grades'),
      budget: '',
    },
  ];
}

async function inBrowser<Value>(profile: string, use: (context: BrowserContext) => Promise<Value>): Promise<Value> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(await launchOptions()),
    viewport: { width: 360, height: 740 },
  });
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

/** As a first visit leaves the device: the worker in charge, everything kept, a log of some hundred events. */
async function install(page: Page, base: string, backup: string): Promise<void> {
  await restoreBackup(page, base, backup);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${base}review/`);
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
}

async function relaunch(context: BrowserContext, base: string): Promise<Relaunch> {
  const page = await context.newPage();
  await context.setOffline(true);
  await slowDown(page);
  await page.addInitScript(watchFirstCard);
  await page.goto(`${base}review/`);
  return page.evaluate(async () => {
    const { card, grades } = await (globalThis as unknown as FirstCard).firstCard;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { firstPaint: paint?.startTime ?? Number.NaN, card, grades };
  });
}

interface FirstCard {
  firstCard: Promise<{ readonly card: number; readonly grades: number }>;
}

/** Runs in the page, before its own scripts. */
function watchFirstCard(): void {
  const usable = (name: string) =>
    [...document.querySelectorAll('button')].find(
      (button) => button.textContent?.trim().startsWith(name) && button.getAttribute('aria-disabled') !== 'true',
    );
  const appears = (name: string) =>
    new Promise<HTMLButtonElement>((resolve) => {
      const look = () => {
        const button = usable(name);
        if (button) observer.disconnect();
        if (button) resolve(button);
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
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
  const watch = async () => {
    const show = await appears('Show answer');
    const card = await painted();
    show.click();
    await appears('Good');
    return { card, grades: await painted() };
  };
  (globalThis as unknown as FirstCard).firstCard = watch();
}
