import { failed } from '#base/result.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import { boards, type BoardEntry } from '#protocols/boards.ts';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { catalog } from '#protocols/catalog.ts';
import type { BoardResult } from './board.ts';
import { handBoard } from './hand-board.ts';
import { worldBoard } from './world-board.ts';

export function boardOf(entry: CatalogEntry | BoardEntry, puzzle: PuzzleSystem): BoardResult {
  return 'board' in entry ? handBoard(entry, puzzle) : (worldBoard(entry, puzzle) as BoardResult);
}

/** The board of a round, with the code of its protocol, which comes when it is asked for. */
export async function loadBoard(puzzle: PuzzleSystem): Promise<BoardResult> {
  const { protocol } = puzzle;
  if (Object.hasOwn(catalog, protocol)) {
    const load = catalog[protocol];
    if (load) return boardOf(await load(), puzzle);
  }
  const load = Object.hasOwn(boards, protocol) ? boards[protocol] : undefined;
  if (load) return boardOf(await load(), puzzle);
  const known = [...Object.keys(catalog), ...Object.keys(boards)];
  return failed({ path: 'protocol', reason: `there is no protocol ${protocol}; there are ${known.join(', ')}` });
}
