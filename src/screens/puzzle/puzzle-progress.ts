/** What the log knows of puzzles, as the ladder and the screen ask for it. */
import type { ProvenRound } from '#content/compiled.ts';
import type { PuzzleRow } from '#progress/rows.ts';
import type { Attempt } from '#puzzles/ladder.ts';

/** Everything that was solved, in all puzzles, oldest first. */
export function attemptsIn(rows: readonly PuzzleRow[]): readonly Attempt[] {
  return rows
    .flatMap(({ puzzle, rounds }) =>
      Object.entries(rounds).flatMap(([round, { solves }]) =>
        solves.map(({ rung, isClean, at }) => ({ at, attempt: { puzzle, round, rung, isClean, isSolved: true } })),
      ),
    )
    .toSorted((one, other) => one.at - other.at)
    .map(({ attempt }) => attempt);
}

/** Where one goes on: the round that was left last, else the first that is not solved. */
export function roundToOpen(rounds: readonly ProvenRound[], row: PuzzleRow | undefined): ProvenRound | undefined {
  const left = rounds
    .filter(({ id }) => row?.rounds[id]?.open)
    .toSorted((one, other) => (row?.rounds[other.id]?.open?.at ?? 0) - (row?.rounds[one.id]?.open?.at ?? 0));
  return left[0] ?? rounds.find(({ id }) => !row?.rounds[id]?.isSolved) ?? rounds[0];
}
