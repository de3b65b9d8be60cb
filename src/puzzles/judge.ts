/** Whether what a player did, or claims, is right. The truth was proven; nothing here searches. */
import type { ProvenRound } from '#content/compiled.ts';
import type { Round } from '#content/puzzle.ts';
import { stateOf, type Replay } from '#simulator/replay.ts';
import type { Board } from './board.ts';
import { liveText, testOf } from './condition.ts';

export interface Standing {
  readonly isSolved: boolean;
  /** The win test as a sentence, with the values of now. */
  readonly live: string;
  readonly moves: number;
  /** Nothing can happen any more, and the goal is not met: only stepping back helps. */
  readonly isStuck: boolean;
  /** It is stuck because the search, too, goes no further from here. */
  readonly isOutOfBounds: boolean;
}

/** Where a player stands after some moves. */
export function standingOf(
  board: Board,
  { goal, live }: Pick<Round, 'goal' | 'live'>,
  replay: Replay<unknown, unknown>,
): Standing {
  const state = stateOf(replay);
  const isSolved = testOf(goal, board)(state);
  return {
    isSolved,
    live: liveText(live, board, state),
    moves: replay.steps.length,
    isStuck: !isSolved && board.system.moves(state).length === 0,
    isOutOfBounds: !isSolved && !board.isWithin(state),
  };
}

/** Whether "this cannot be done" is so. It counts only beside its proof. */
export const isImpossible = ({ truth }: Pick<ProvenRound, 'truth'>): boolean => truth.kind === 'impossible';

/** How a round was ended. */
export interface Solve {
  readonly hints: number;
  /** How often it was claimed, wrongly, that it cannot be done. */
  readonly wrongClaims: number;
}

/** Without help and without a wrong claim. Going astray and stepping back are how one plays. */
export const isClean = ({ hints, wrongClaims }: Solve): boolean => hints === 0 && wrongClaims === 0;
