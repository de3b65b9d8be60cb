/**
 * `npm run bench`: the figures of the design's budgets, measured on this machine in one run. It reports and asserts
 * nothing, because times depend on the machine. `--quick` takes fewer runs; other words choose benches by their name.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { dist, ensureDist } from '#tests/support/built-site.ts';
import type { Bench } from './bench-run.ts';
import { benchBytes } from './bytes.bench.ts';
import { benchGrading } from './grading.bench.ts';
import { benchInBrowser } from './in-browser.bench.ts';
import { benchPages } from './pages.bench.ts';
import { type Measured, milliseconds, type Patience, table } from './measure.ts';
import { benchProofs } from './proofs.bench.ts';
import { benchQueue } from './queue.bench.ts';
import { benchRelaunch } from './relaunch.bench.ts';
import { benchReplay } from './replay.bench.ts';
import { benchSimulator } from './simulator.bench.ts';

const many: Patience = { loads: 5, grades: 30 };
const few: Patience = { loads: 1, grades: 10 };

const simulatorBudgets = [
  ['timed run', '≥ 500,000 events/s'],
  ['search, two-phase', '≥ 400,000 edges/s'],
  ['search', '≥ 150,000 edges/s'],
  ['linearizability, 100', '≤ 500 ms'],
] as const;

const benches: Readonly<Record<string, (bench: Bench) => Promise<readonly Measured[]>>> = {
  bytes: async () => benchBytes(dist),
  pages: benchPages,
  relaunch: benchRelaunch,
  grading: benchGrading,
  queue: async () => inNode(benchQueue(), '≤ 50 ms'),
  simulator: async () =>
    benchSimulator().map(({ name, value, unit }) => ({
      what: name,
      measured: unit === 'ms' ? milliseconds(value) : `${Math.round(value).toLocaleString('en')} ${unit}`,
      budget: simulatorBudgets.find(([begins]) => name.startsWith(begins))?.[1] ?? '',
    })),
  replay: async () => inNode(benchReplay(), '≤ 400 ms'),
  browser: benchInBrowser,
  proofs: benchProofs,
};

export async function main(root: string): Promise<number> {
  const words = process.argv.slice(3);
  const chosen = words.filter((word) => !word.startsWith('-'));
  const unknown = chosen.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
    return 1;
  }
  ensureDist();
  const folder = join(root, 'node_modules/.cache/quorum-bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const busyBefore = minuteLoad();
  const rows: Measured[] = [];
  try {
    for (const [name, run] of Object.entries(benches)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      console.error(`${name} …`);
      rows.push(...(await run({ root, folder, patience: words.includes('--quick') ? few : many })));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const busy = `load ${busyBefore} before, ${minuteLoad()} after`;
  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${busy}\n\n${table(rows)}`,
  );
  return 0;
}

/** How many tasks wanted a processor in the last minute: where others did too, times say little. */
const minuteLoad = (): string => (loadavg()[0] ?? 0).toFixed(1);

type Value = { readonly name: string; readonly value: number };

const inNode = (values: readonly Value[], budget: string): readonly Measured[] =>
  values.map(({ name, value }) => ({ what: `${name}, in Node`, measured: milliseconds(value), budget }));
