/**
 * Tries everything that can happen on a board: the shortest way to a round's goal, or the proof that there is none; and
 * that each trap, a strategy that looks as if it could, cannot.
 */
import { assert } from '#base/assert.ts';
import type { Condition, Trap } from '#content/puzzle.ts';
import { indexesOf, replayAll, stateOf } from '#simulator/replay.ts';
import { searchInSlices, type Impossible, type SearchProgress, type Unknown } from '#simulator/search.ts';
import type { Board } from './board.ts';
import { testOf } from './condition.ts';
import { allowing } from './limits.ts';

/** A proof of at most so many states is repeated on the learner's own device, and by each run of the tests. */
export const LIVE_STATES = 50_000;

export type Proof =
  /** `path`: the place of each move of a shortest way among those that were possible then. */
  { readonly kind: 'possible'; readonly path: readonly number[]; readonly states: number } | Impossible | Unknown;

interface ProofOptions {
  /** How many states may be met before it gives up. */
  readonly limit: number;
  /** How many states are expanded between two reports. */
  readonly slice?: number;
}

/** Looks for the goal. Yields how far it is, and can be left at any yield. */
export function* proving(board: Board, goal: Condition, options: ProofOptions): Generator<SearchProgress, Proof> {
  return yield* searching(board, testOf(goal, board), { ...options, digests: true });
}

/** Looks for the goal by one strategy alone. */
export function* trying(
  board: Board,
  goal: Condition,
  { moves, without }: Pick<Trap, 'moves' | 'without'>,
  options: ProofOptions,
): Generator<SearchProgress, Proof> {
  const isKept = moves === undefined ? () => true : allowing(moves, board.namesOf);
  const isLeft = without === undefined ? () => false : testOf(without, board);
  const isGoal = testOf(goal, board);
  // A strategy may tell apart by name what the board takes for alike. States that it keeps out of are met, and lead nowhere.
  const named = moves === undefined ? board : { ...board, searched: board.system };
  return yield* searching(named, (state) => isGoal(state) && !isLeft(state), {
    ...options,
    allow: (step, state) => isKept(step) && !isLeft(state),
  });
}

interface Search extends ProofOptions {
  readonly digests?: boolean;
  readonly allow?: (step: unknown, state: unknown) => boolean;
}

function* searching(
  { system, searched, representative }: Board,
  isGoal: (state: unknown) => boolean,
  options: Search,
): Generator<SearchProgress, Proof> {
  const result = yield* searchInSlices(searched, isGoal, {
    ...options,
    ...(representative && { representative }),
  });
  if (result.kind !== 'found') return result;
  // The search may have gone on without idle packets; what is played keeps them, and counts its moves with them.
  const path = indexesOf(system, result.path);
  assert(path, 'what was found can be played');
  return { kind: 'possible', path, states: result.states };
}

/** Whether a path of move indexes can be played, and ends in the goal. */
export function reaches(board: Board, goal: Condition, path: readonly number[]): boolean {
  const played = replayAll(board.system, path);
  return played.ok && testOf(goal, board)(stateOf(played.replay));
}

/** The moves of a path as sentences, as far as it can be played. */
export function told(board: Board, path: readonly number[]): readonly string[] {
  const { states, steps } = replayAll(board.system, path).replay;
  return steps.map((step, place) => board.say(states[place], step));
}
