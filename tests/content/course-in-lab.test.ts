import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '#build/content-files.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import { simulation } from '#content/simulation.ts';
import { labLink, labLinkOfPuzzle } from '#figures/lab-link.ts';
import { catalog } from '#protocols/catalog.ts';
import { openHand } from '#screens/lab/hand.ts';
import { labSetUp } from '#screens/lab/lab-set-up.ts';
import { settingsIn } from '#screens/lab/settings-link.ts';

/** What stands under a name anywhere in a file. */
function named(name: string, json: unknown): readonly unknown[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => [...(key === name ? [value] : []), ...named(name, value)]);
}

const files = readContent(join(import.meta.dirname, '../..'));
const all = (name: string) =>
  files.flatMap(({ path, text }) => named(name, JSON.parse(text)).map((value) => ({ path, value })));

async function setUpOf(link: string) {
  const settings = settingsIn(link.slice(link.indexOf('#')))!;
  const made = labSetUp(await catalog[settings.protocol]!(), settings);
  if (!made.ok) throw new Error(made.fault);
  return made.value;
}

test('every figure’s script can be played in the lab to its end, and every figure’s fault is one there', async () => {
  const figures = all('simulation').map(({ path, value }) => ({ path, figure: simulation.parse(value) }));
  expect(figures.length).toBeGreaterThan(40);
  for (const { path, figure } of figures) {
    const setUp = await setUpOf(labLink(figure));
    expect(setUp.faults.length, path).toBeGreaterThanOrEqual(figure.timed?.faults?.length ?? 0);
    if (figure.moves) expect(movesIn(setUp), path).toBe(figure.moves.length);
  }
});

const movesIn = (setUp: Parameters<typeof openHand>[0]): number => openHand(setUp).play.replay.steps.length;

test('every puzzle’s cluster can be set up in the lab', async () => {
  const systems = all('system').map(({ value }) => value as PuzzleSystem);
  const clusters = systems.filter(({ protocol }) => Object.hasOwn(catalog, protocol));
  expect(clusters.length).toBeGreaterThan(10);
  for (const cluster of clusters) expect(openHand(await setUpOf(labLinkOfPuzzle(cluster))).linkFault).toBeNull();
});
