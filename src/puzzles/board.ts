/**
 * What a puzzle is played, judged and proven on: a protocol's cluster as a puzzle varies it, or a system written by hand.
 * Whoever holds a board does not know which; states and steps mean nothing outside it.
 */
import type { Result } from '#base/result.ts';
import type { Mark } from '#protocols/boards.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { System } from '#simulator/system.ts';
import type { Setup } from '#simulator/world.ts';
import type { Sight } from './condition.ts';

export interface Board<State = unknown, Step = unknown> extends Sight<State> {
  /** What is played: its moves are those that the player has. */
  readonly system: System<State, Step>;
  /** What is searched: the same, where like states may have one key. Its paths are paths of `system`. */
  readonly searched: System<State, Step>;
  /** For searches: a state without what can make no difference any more. */
  readonly representative?: ((state: State) => State) | undefined;
  /** Whether the search goes on from a state: where it does not, there are no moves. */
  readonly isWithin: (state: State) => boolean;
  /** The columns of the diagram, in order. */
  readonly names: readonly string[];
  /** What any proof on it is worth, a limit each. */
  readonly bounds: readonly string[];
  /** A step as a sentence without its full stop. `state` is the one it is made in. */
  readonly say: (state: State, step: Step) => string;
  /** The names by which moves are allowed, its kind first: `fire`, `fire: retry timer`. */
  readonly namesOf: (step: Step) => readonly string[];
  /** How its runs are drawn: read off worlds, or told by marks. */
  readonly picture:
    | { readonly kind: 'worlds'; readonly setup: Setup<AnyProtocol> }
    | { readonly kind: 'marks'; readonly marks: (before: State, step: Step, after: State) => readonly Mark[] };
}

/** Why a puzzle's system cannot be set up. */
export interface BoardFault {
  /** JSON path inside the system. */
  readonly path: string;
  readonly reason: string;
}

export type BoardResult<State = unknown, Step = unknown> = Result<Board<State, Step>, BoardFault>;
