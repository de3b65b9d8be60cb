/** What a puzzle takes from a system: states that are not explored, moves that the player does not have. */
import { failed, ok, type Result } from '#base/result.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import type { System } from '#simulator/system.ts';
import type { BoardFault } from './board.ts';
import { conditionFaults, testOf, type Sight } from './condition.ts';

/** The bound that a puzzle's `within` sets, or the example's own. `start` is any state. */
export function boundOf<State>(
  { within }: PuzzleSystem,
  sight: Sight<State>,
  start: State,
  own: (state: State) => boolean,
): Result<(state: State) => boolean, BoardFault> {
  if (within === undefined) return ok(own);
  const [reason] = conditionFaults(within, sight, start);
  return reason === undefined ? ok(testOf(within, sight)) : failed({ path: 'within', reason });
}

/** The system with only the moves that have one of the names. */
export function limited<State, Step>(
  system: System<State, Step>,
  names: readonly string[] | undefined,
  namesOf: (step: Step) => readonly string[],
): System<State, Step> {
  if (names === undefined) return system;
  const isAllowed = allowing(names, namesOf);
  return { ...system, moves: (state) => system.moves(state).filter(isAllowed) };
}

export function allowing<Step>(
  names: readonly string[],
  namesOf: (step: Step) => readonly string[],
): (step: Step) => boolean {
  const allowed = new Set(names);
  return (step) => namesOf(step).some((name) => allowed.has(name));
}

/** That moves are missing is a bound too. */
export const movesBound = ({ moves }: PuzzleSystem): readonly string[] =>
  moves === undefined ? [] : [`no other moves than: ${moves.map((name) => name.replace(':', '')).join(', ')}`];
