import type { PuzzleTry } from './event.ts';
import type { Projection } from './projection.ts';
import type { PuzzleRound, PuzzleRow } from './rows.ts';

const SOLVES_KEPT = 8;
const untried: PuzzleRound = { prediction: null, open: null, solves: [], isSolved: false };

/** One puzzle: what was predicted, where each round was left, how it was solved. */
export const puzzleProjection: Projection<'puzzle'> = {
  initial: (puzzle) => ({ puzzle, rounds: {}, cards: [], lastAt: 0 }),
  on: {
    puzzlePredicted: (row, event) =>
      changed(row, event, (round) => ({
        ...round,
        prediction: round.prediction ?? { choice: event.choice, isRight: event.isRight },
      })),
    puzzleAttempted: (row, event) => {
      const { rung, path, hints, wrongClaims, at } = event;
      return changed(row, event, (round) => ({ ...round, open: { rung, path, hints, wrongClaims, at } }));
    },
    puzzleSolved: (row, event) => {
      const { rung, moves, isClean, at } = event;
      const solved = changed(row, event, (round) => ({
        ...round,
        open: null,
        solves: [...round.solves, { rung, moves, isClean, at }].slice(-SOLVES_KEPT),
        isSolved: round.isSolved || rung === 'alone',
      }));
      return { ...solved, cards: [...new Set([...row.cards, ...event.cards])] };
    },
  },
};

function changed(
  row: PuzzleRow,
  { round, at }: Pick<PuzzleTry, 'round'> & { readonly at: number },
  change: (round: PuzzleRound) => PuzzleRound,
): PuzzleRow {
  return { ...row, rounds: { ...row.rounds, [round]: change(row.rounds[round] ?? untried) }, lastAt: at };
}
