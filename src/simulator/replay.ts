/** A run as a list of move indexes: what a link carries, what undo steps back over, where branches part. */
import type { System } from './system.ts';

export interface Replay<State, Step> {
  /** The states from the initial one on: one more than the moves. */
  readonly states: readonly State[];
  readonly steps: readonly Step[];
  /** The place of each move in the list of moves that were possible then. */
  readonly indexes: readonly number[];
}

export function startReplay<State, Step>(system: System<State, Step>): Replay<State, Step> {
  return { states: [system.init()], steps: [], indexes: [] };
}

export const stateOf = <State, Step>({ states }: Replay<State, Step>): State => states.at(-1) as State;

/** Makes the move at `index`; `undefined` where there is none. */
export function play<State, Step>(
  system: System<State, Step>,
  replay: Replay<State, Step>,
  index: number,
): Replay<State, Step> | undefined {
  const state = stateOf(replay);
  const step = system.moves(state)[index];
  if (step === undefined) return undefined;
  return {
    states: [...replay.states, system.apply(state, step)],
    steps: [...replay.steps, step],
    indexes: [...replay.indexes, index],
  };
}

/** All moves of a list, or the number of the first one that was not possible. */
export function replayAll<State, Step>(
  system: System<State, Step>,
  indexes: readonly number[],
):
  | { readonly ok: true; readonly replay: Replay<State, Step> }
  | { readonly ok: false; readonly at: number; readonly replay: Replay<State, Step> } {
  let replay = startReplay(system);
  for (const [at, index] of indexes.entries()) {
    const next = play(system, replay, index);
    if (next === undefined) return { ok: false, at, replay };
    replay = next;
  }
  return { ok: true, replay };
}

/** The run up to `length` moves: stepping back, and where a branch begins. */
export function backTo<State, Step>(
  { states, steps, indexes }: Replay<State, Step>,
  length: number,
): Replay<State, Step> {
  return { states: states.slice(0, length + 1), steps: steps.slice(0, length), indexes: indexes.slice(0, length) };
}

/** The list of indexes that makes the given moves, found by their content; `undefined` where one is not possible. */
export function indexesOf<State, Step>(
  system: System<State, Step>,
  steps: readonly Step[],
): readonly number[] | undefined {
  let replay = startReplay(system);
  for (const step of steps) {
    const wanted = JSON.stringify(step);
    const index = system.moves(stateOf(replay)).findIndex((possible) => JSON.stringify(possible) === wanted);
    const next = play(system, replay, index);
    if (next === undefined) return undefined;
    replay = next;
  }
  return replay.indexes;
}
