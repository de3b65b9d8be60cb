import { failed } from '#base/result.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import { boards } from '#protocols/boards.ts';
import { catalog } from '#protocols/catalog.ts';
import type { BoardResult } from '#puzzles/board.ts';
import { boardOf } from '#puzzles/load-board.ts';

const loaded = async <Entry>(registry: Readonly<Record<string, () => Promise<Entry>>>) =>
  new Map(await Promise.all(Object.entries(registry).map(async ([id, load]) => [id, await load()] as const)));

/** Every protocol, with its code: the build reads them all. */
export const catalogEntries = await loaded(catalog);
const boardEntries = await loaded(boards);

/** The board of a round, at once. */
export function boardFor(system: PuzzleSystem): BoardResult {
  const entry = catalogEntries.get(system.protocol) ?? boardEntries.get(system.protocol);
  if (entry !== undefined) return boardOf(entry, system);
  const known = [...catalogEntries.keys(), ...boardEntries.keys()];
  return failed({ path: 'protocol', reason: `there is no protocol ${system.protocol}; there are ${known.join(', ')}` });
}
