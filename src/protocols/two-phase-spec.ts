/**
 * Two-phase commit as Gray and Lamport specify it (Consensus on Transaction Commit, 2006; module TwoPhase): resource
 * managers, one transaction manager, and messages that are never taken away. Written by hand, as numbers: it is here
 * to hold our search against published counts of states.
 */
import type { System } from '#simulator/system.ts';

/** Two bits a resource manager (working, prepared, committed, aborted), then the manager's and the messages' bits. */
type State = number;

const WORKING = 0;
const PREPARED = 1;
const COMMITTED = 2;
const ABORTED = 3;

/** What a step does, and to which resource manager (-1: none). */
export interface TwoPhaseStep {
  readonly action:
    | 'TMRcvPrepared'
    | 'TMCommit'
    | 'TMAbort'
    | 'RMPrepare'
    | 'RMChooseToAbort'
    | 'RMRcvCommitMsg'
    | 'RMRcvAbortMsg';
  readonly rm: number;
}

/**
 * `managers` resource managers, at most 8. The bits of a state, from the lowest: two each for `rmState`, then
 * `tmPrepared`, then the Prepared messages sent, one bit each; then the Commit message, the Abort message, and
 * whether the transaction manager is done. A double holds them all.
 */
export function twoPhase(managers: number): System<State, TwoPhaseStep> {
  const rmState = (state: State, rm: number) => Math.floor(state / 4 ** rm) % 4;
  const bit = (place: number) => 2 ** (2 * managers + place);
  const has = (state: State, place: number) => Math.floor(state / bit(place)) % 2 === 1;
  const tmPrepared = (rm: number) => rm;
  const sentPrepared = (rm: number) => managers + rm;
  const commit = 2 * managers;
  const abort = 2 * managers + 1;
  const all = Array.from({ length: managers }, (_, rm) => rm);
  const withRm = (state: State, rm: number, to: number) => state + (to - rmState(state, rm)) * 4 ** rm;
  const withBit = (state: State, place: number) => (has(state, place) ? state : state + bit(place));
  const isDone = (state: State) => has(state, commit) || has(state, abort);

  return {
    init: () => 0,
    key: String,
    plain: (state) => state,
    moves: (state) => {
      const steps: TwoPhaseStep[] = [];
      if (!isDone(state)) {
        if (all.every((rm) => has(state, tmPrepared(rm)))) steps.push({ action: 'TMCommit', rm: -1 });
        steps.push({ action: 'TMAbort', rm: -1 });
      }
      for (const rm of all) {
        const own = rmState(state, rm);
        if (!isDone(state) && has(state, sentPrepared(rm))) steps.push({ action: 'TMRcvPrepared', rm });
        if (own === WORKING) steps.push({ action: 'RMPrepare', rm }, { action: 'RMChooseToAbort', rm });
        if (has(state, commit)) steps.push({ action: 'RMRcvCommitMsg', rm });
        if (has(state, abort)) steps.push({ action: 'RMRcvAbortMsg', rm });
      }
      return steps;
    },
    apply: (state, { action, rm }) => {
      switch (action) {
        case 'TMRcvPrepared':
          return withBit(state, tmPrepared(rm));
        case 'TMCommit':
          return withBit(state, commit);
        case 'TMAbort':
          return withBit(state, abort);
        case 'RMPrepare':
          return withBit(withRm(state, rm, PREPARED), sentPrepared(rm));
        case 'RMChooseToAbort':
          return withRm(state, rm, ABORTED);
        case 'RMRcvCommitMsg':
          return withRm(state, rm, COMMITTED);
        case 'RMRcvAbortMsg':
          return withRm(state, rm, ABORTED);
      }
    },
  };
}
