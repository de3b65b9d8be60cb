/** What a search weighs without the protocol that it searches, and when a learner is sent it. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { build, type Rolldown } from 'vite';
import { siteBytes, type SiteBytes } from '#build/site-bytes.ts';
import { dist, root } from '#tests/support/built-site.ts';

/** All that a search is made of, and what protocols and figures bring along: a checker, and time. */
const parts = [
  `export { searchInSlices } from '#simulator/search.ts';`,
  `export { systemOf } from '#simulator/system.ts';`,
  `export { sentence } from '#simulator/sentence.ts';`,
  `export { faultIn } from '#simulator/check/invariants.ts';`,
  `export { linearizable } from '#simulator/check/linearizable.ts';`,
  `export { schedule } from '#simulator/schedule.ts';`,
].join('\n');

const entry = join(root, 'src/parts.ts');

/** Minified. */
async function bundled(): Promise<string> {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'parts',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? parts : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
      },
    },
  })) as Rolldown.RolldownOutput;
  expect(output.map(({ fileName }) => fileName)).toHaveLength(1);
  return output[0].code;
}

test('the simulator, its search and its checkers are at most 8 KB', async () => {
  const code = await bundled();
  expect(code).toContain('duplicate');
  const { length } = gzipSync(code, { level: 9 });
  expect(length, `${length} bytes`).toBeLessThanOrEqual(8 * 1024);
});

/** A chunk and all that it imports, at once or later. */
function closureOf(site: SiteBytes, chunk: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  const { static: atOnce, dynamic: later } = site.importsOf(chunk);
  for (const imported of [...atOnce, ...later]) closureOf(site, imported, found);
  return found;
}

test('a search runs without a network, on the files that the pages run, and without the page’s own', () => {
  const site = siteBytes(dist);
  const kept = new Set(site.precache.map(({ file }) => file));
  const worker = site.chunks.find(({ file }) => /^assets\/search-.{8}\.js$/.test(file))?.file ?? '';
  const needed = [...closureOf(site, worker)];
  expect(needed.filter((file) => !kept.has(file))).toEqual([]);
  for (const part of ['simulator', 'protocols']) {
    const copies = site.chunks.map(({ file }) => file).filter((file) => file.startsWith(`assets/${part}-`));
    expect(copies).toHaveLength(1);
    expect(needed).toContain(copies[0]);
  }
  const [shell] = site.chunks.filter(({ file }) => file.startsWith('assets/shell-'));
  expect(shell).toBeDefined();
  expect(needed).not.toContain(shell?.file);
});

test('no page starts with code of the simulator but those that are played on it', () => {
  const site = siteBytes(dist);
  const isOfSimulator = ({ file }: { readonly file: string }) => /\/(simulator|protocols|searcher)-/.test(file);
  expect(site.chunks.some(isOfSimulator)).toBe(true);
  const isPlayed = (page: string) => /^(puzzles\/.+|lab)\/index\.html$/.test(page);
  expect(site.pages.filter((page) => !isPlayed(page) && site.startOf(page).some(isOfSimulator))).toEqual([]);
});
