/** A system written by hand as a board. */
import { failed, ok } from '#base/result.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import type { BoardEntry } from '#protocols/boards.ts';
import { variationFault, variationFaultPath, variationFaultText } from '#protocols/example-of.ts';
import type { BoardResult } from './board.ts';
import { boundOf, limited, movesBound } from './limits.ts';

/** Parts of a puzzle's system that vary a cluster, and mean nothing here. */
const ofClusters = ['requests', 'budget', 'sheltered', 'names', 'symmetric', 'withoutIdle'] as const;

export function handBoard(entry: BoardEntry, puzzle: PuzzleSystem): BoardResult {
  const alien = ofClusters.find((part) => puzzle[part] !== undefined);
  if (alien !== undefined) return failed({ path: alien, reason: `${entry.id} is no cluster and has no ${alien}` });
  const fault = variationFault(entry, puzzle);
  if (fault) return failed({ path: variationFaultPath(fault), reason: variationFaultText(fault) });
  const { system, nodes, bounds, marks, ...rest } = entry.board(puzzle.broken, puzzle.size, puzzle.options);
  const within = boundOf(puzzle, rest, system.init(), () => true);
  if (!within.ok) return within;
  const bounded = {
    ...system,
    moves: (state: unknown) => (within.value(state) ? system.moves(state) : []),
  };
  const played = limited(bounded, puzzle.moves, rest.namesOf);
  return ok({
    ...rest,
    system: played,
    searched: played,
    isWithin: within.value,
    names: nodes,
    bounds: [...bounds, ...(puzzle.bounds ?? []), ...movesBound(puzzle)],
    picture: { kind: 'marks', marks },
  });
}
