/**
 * What a puzzle is played, judged and proven on: a protocol's cluster as a puzzle varies it, or a system written by hand.
 * Whoever holds a board does not know which; states and steps mean nothing outside it.
 */
import type { Mark } from '#protocols/boards.ts';
import type { Observations } from '#protocols/catalog-entry.ts';
import type { Invariant } from '#simulator/check/invariants.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { System } from '#simulator/system.ts';
import type { Setup } from '#simulator/world.ts';

export interface Board<State = unknown, Step = unknown> {
  /** What is played: its moves are those that the player has. */
  readonly system: System<State, Step>;
  /** What is searched: the same, with fewer keys where states may stand for others. Its paths are paths of `system`. */
  readonly searched: System<State, Step>;
  readonly representative?: (state: State) => State;
  /** The columns of the diagram, in order. */
  readonly names: readonly string[];
  /** What any proof on it is worth, a limit each. */
  readonly bounds: readonly string[];
  /** A step as a sentence without its full stop. `state` is the one it is made in. */
  readonly say: (state: State, step: Step) => string;
  /** The names by which moves are allowed: `deliver`, `fire: retry timer`. */
  readonly namesOf: (step: Step) => readonly string[];
  readonly observations: Observations<State>;
  readonly invariants: readonly Invariant<State>[];
  /** How its runs are drawn: read off worlds, or told by marks. */
  readonly picture:
    | { readonly kind: 'worlds'; readonly setup: Setup<AnyProtocol> }
    | { readonly kind: 'marks'; readonly marks: (before: State, step: Step, after: State) => readonly Mark[] };
}
