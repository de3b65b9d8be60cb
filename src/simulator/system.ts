/** What can be searched and replayed: a world of a protocol, or a system written by hand. */
import { apply, initialWorld } from './apply.ts';
import { createKeys } from './keys.ts';
import type { Move } from './move.ts';
import { moves } from './moves.ts';
import type { AnyProtocol } from './protocol.ts';
import type { Setup, World } from './world.ts';

export interface System<State, Step> {
  readonly init: () => State;
  /** Every step possible in a state, in a fixed order. */
  readonly moves: (state: State) => readonly Step[];
  readonly apply: (state: State, move: Step) => State;
  /** Equal for equal states, and only for them. Good within this system only: a digest is what outlives it. */
  readonly key: (state: State) => string;
  /** A state as plain JSON, for digests that survive refactoring. The state itself where it is plain. */
  readonly plain?: (state: State) => unknown;
}

/** The worlds of a setup, as a system. `within` bounds it: what it refuses is not explored any further. */
export function systemOf<P extends AnyProtocol>(
  setup: Setup<P>,
  within: (world: World<P>) => boolean = () => true,
): System<World<P>, Move<P>> {
  return {
    init: () => initialWorld(setup),
    moves: (world) => (within(world) ? moves(setup, world) : []),
    apply: (world, move) => apply(setup, world, move),
    key: createKeys(setup),
    plain: (world) => plainWorld(setup, world),
  };
}

/** Everything that makes a world itself, without what only speeds things up. */
function plainWorld<P extends AnyProtocol>(
  setup: Setup<P>,
  { nodes, network, cuts, budget, asked, waiting, history }: World<P>,
): unknown {
  return {
    nodes,
    network: network.map(({ from, to, message }) => ({ from, to, message })),
    cuts,
    budget: { ...budget, fires: Number.isFinite(budget.fires) ? budget.fires : null },
    asked,
    waiting,
    ...(setup.keepsHistory && { history: history.events }),
  };
}
