/** From a worked example to playing alone: how much of the way is already gone. No rung is locked; this only says where to begin. */
import type { ProvenRound } from '#content/compiled.ts';

/** `watch`: a solved round, a prediction before each move. Then the last move is the player's, then the last two, then all. */
export const rungs = ['watch', 'lastMove', 'lastTwoMoves', 'alone'] as const;
export type Rung = (typeof rungs)[number];

/** How many clean solves skip a rung. */
const CLEAN_SOLVES_A_RUNG = 2;

export interface Attempt {
  readonly puzzle: string;
  readonly round: string;
  readonly rung: Rung;
  readonly isSolved: boolean;
  readonly isClean: boolean;
}

/**
 * The rung to begin a round on, after all that was tried before, oldest first: one above the highest that was solved in
 * it, and one higher for each two clean solves in a row, in whichever puzzle.
 */
export function rungFor(puzzle: string, round: string, attempts: readonly Attempt[]): Rung {
  const solved = attempts.filter((each) => each.puzzle === puzzle && each.round === round && each.isSolved);
  const above = Math.max(-1, ...solved.map(({ rung }) => rungs.indexOf(rung))) + 1;
  const skipped = Math.floor(cleanSolvesInARow(attempts) / CLEAN_SOLVES_A_RUNG);
  return rungs[Math.max(above, skipped)] ?? 'alone';
}

/** The clean solves since the last that was not. Watching proves nothing. */
function cleanSolvesInARow(attempts: readonly Attempt[]): number {
  const played = attempts.filter(({ rung }) => rung !== 'watch');
  const lastUnclean = played.findLastIndex(({ isSolved, isClean }) => !isSolved || !isClean);
  return played.length - 1 - lastUnclean;
}

/** How many moves of a shortest way are made beforehand. When watching, the player predicts each and makes none. */
export function movesBefore(rung: Rung, par: number): number {
  const left = { watch: 0, lastMove: 1, lastTwoMoves: 2, alone: par }[rung];
  return Math.max(0, par - left);
}

/**
 * The round whose way is shown on a rung. Watched is a sibling that can be done, where there is one, so that nothing is
 * given away. What cannot be done is learnt on its twin with the broken rule. Absent: there is only playing alone.
 */
export function shownRound(
  { rounds }: { readonly rounds: readonly ProvenRound[] },
  round: ProvenRound,
  rung: Rung,
): ProvenRound | undefined {
  if (rung === 'alone') return round;
  const siblings = nearestFirst(rounds, round).filter(({ truth }) => truth.kind === 'possible');
  if (round.truth.kind === 'impossible') return siblings[0];
  return rung === 'watch' ? (siblings[0] ?? round) : round;
}

const nearestFirst = (rounds: readonly ProvenRound[], { id }: ProvenRound): readonly ProvenRound[] => {
  const place = rounds.findIndex((each) => each.id === id);
  return rounds
    .filter((each) => each.id !== id)
    .toSorted((one, other) => Math.abs(rounds.indexOf(one) - place) - Math.abs(rounds.indexOf(other) - place));
};
