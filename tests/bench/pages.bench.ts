import lighthouse from 'lighthouse';
import { dist } from '#tests/support/built-site.ts';
import { type Bench, hosted, repeated } from './bench-run.ts';
import { builtPage } from './built-page.ts';
import { withDebuggableChromium } from './debuggable-chromium.ts';
import { type Measured, median, milliseconds } from './measure.ts';

interface Load {
  /** 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly paintMs: number;
  readonly blockedMs: number;
  readonly shift: number;
}

const pages = [
  { name: 'home', path: '', lcp: '1.2 s' },
  { name: 'review', path: 'review/', lcp: '1.3 s' },
  { name: 'section', path: 'learn/5.1/slow-or-dead/', lcp: '1.3 s' },
] as const;

/** Lighthouse's mobile preset over pages that the app starts at, beside the least that a page of this kind can cost. */
export async function benchPages({ root, folder, patience: { loads } }: Bench): Promise<readonly Measured[]> {
  const load = (url: string) => repeated(loads, () => withDebuggableChromium(folder, (port) => loadOnce(url, port)));
  const floor = await hosted(await builtPage(root, folder, 'floor'), load);
  const rows = [...rowsOf('bare Preact page', floor, null)];
  await hosted(dist, async (url) => {
    for (const { name, path, lcp } of pages) rows.push(...rowsOf(name, await load(url + path), lcp));
  });
  return rows;
}

async function loadOnce(url: string, port: number): Promise<Load> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'silent',
    output: 'json',
    onlyCategories: ['performance', 'accessibility'],
  });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse could not load ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  const { categories, audits } = result.lhr;
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const score = (category: string) => 100 * (categories[category]?.score ?? Number.NaN);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    paintMs: value('largest-contentful-paint'),
    blockedMs: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
  };
}

/** `lcp` is the page's budget; without one the page is there to compare with. */
function rowsOf(name: string, loads: readonly Load[], lcp: string | null): readonly Measured[] {
  const middle = (key: keyof Load) => median(loads.map((load) => load[key]));
  const row = (what: string, measured: string, budget: string): Measured => ({
    what: `${name}: ${what}`,
    measured,
    budget: lcp === null ? '' : budget,
  });
  return [
    row('largest contentful paint', `${(middle('paintMs') / 1000).toFixed(2)} s`, `≤ ${lcp}`),
    row('performance', middle('performance').toFixed(0), '≥ 99'),
    row('accessibility', middle('accessibility').toFixed(0), '100'),
    row('total blocking time', milliseconds(middle('blockedMs')), '≤ 50 ms'),
    row('cumulative layout shift', middle('shift').toFixed(3), '≤ 0.01'),
  ];
}
