/**
 * Replicas that update their own copy and send all of it to the others, who merge: what every state-based CRDT here runs
 * on. Left out: deltas, replicas that join or leave.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import type { World } from '#simulator/world.ts';

/** States are a join semilattice: `merge` is its least upper bound, and `update` only moves upward (Shapiro et al. 2011). */
export interface StateBased<State, Update> {
  readonly name: string;
  readonly empty: (size: number) => State;
  readonly update: (state: State, update: Update, self: NodeId) => State;
  readonly merge: (one: State, other: State) => State;
  /** What a client reads: a number, or the elements of a set in order. */
  readonly value: (state: State) => number | readonly string[];
  readonly say: (update: Update) => string;
}

export interface ReplicaDurable<State> {
  readonly state: State;
  /** How many updates of each node are in it: for those who watch, not for the protocol. */
  readonly seen: readonly number[];
}
type ReplicaMessage<State> = { readonly kind: 'state' } & ReplicaDurable<State>;
export type ReplicaOf<State, Update> = Protocol<
  ReplicaDurable<State>,
  null,
  ReplicaMessage<State>,
  'sync',
  Update,
  null
>;

const syncs = { kind: 'setTimer', timer: 'sync', least: 10, most: 15 } as const;

export function replicas<State, Update>(crdt: StateBased<State, Update>): ReplicaOf<State, Update> {
  return {
    name: crdt.name,
    format: (_, size) => ({ state: crdt.empty(size), seen: Array.from({ length: size }, () => 0) }),
    boot: () => ({ volatile: null, effects: [syncs] }),
    step: ({ state, seen }, _, event, { self, size }) => {
      if (event.kind === 'timer') {
        const others = Array.from({ length: size }, (_, node) => node).filter((node) => node !== self);
        const send = (to: NodeId): Effect<ReplicaMessage<State>, 'sync', null> => ({
          kind: 'send',
          to,
          message: { kind: 'state', state, seen },
        });
        return { durable: { state, seen }, volatile: null, effects: [...others.map(send), syncs] };
      }
      if (event.kind === 'message') {
        const { message } = event;
        const all = seen.map((count, node) => Math.max(count, message.seen[node] ?? 0));
        return { durable: { state: crdt.merge(state, message.state), seen: all }, volatile: null, effects: [] };
      }
      const after = { state: crdt.update(state, event.request, self), seen: seen.with(self, (seen[self] ?? 0) + 1) };
      return {
        durable: after,
        volatile: null,
        effects: [{ kind: 'respond', operation: event.operation, response: null }],
      };
    },
    words: {
      message: ({ state }) => `state: ${valueText(crdt.value(state))}`,
      timer: () => 'sync timer',
      request: crdt.say,
      response: () => 'done',
      role: ({ state }) => valueText(crdt.value(state)),
    },
  };
}

const valueText = (value: number | readonly string[]): string =>
  typeof value === 'number' ? `${value}` : `{${value.join(', ')}}`;

/** What a client of each replica would read now. */
export const valuesOf = <State, Update>(
  { value }: StateBased<State, Update>,
  { nodes }: World<ReplicaOf<State, Update>>,
): readonly string[] => nodes.map(({ durable }) => valueText(value(durable.state)));

/** Shapiro et al. 2011, definition 2.2: replicas that have seen the same updates agree at once, with nobody's arbitration. */
export const strongConvergence = <State, Update>(
  crdt: StateBased<State, Update>,
): Invariant<World<ReplicaOf<State, Update>>> => ({
  name: 'Replicas that saw the same updates agree',
  fault: (world) => {
    const values = valuesOf(crdt, world);
    const seen = world.nodes.map(({ durable }) => durable.seen.join());
    const other = values.findIndex((value, node) =>
      seen.some((same, earlier) => earlier < node && same === seen[node] && values[earlier] !== value),
    );
    return other < 0
      ? null
      : `node ${'ABCDEFGH'[other] ?? other} reads ${values[other]}, and another that saw the same does not`;
  },
});

/** Whether all clients are answered, and all replicas have seen all updates and agree. */
export const hasConverged = <State, Update>(
  crdt: StateBased<State, Update>,
  requests: readonly (readonly Update[])[],
  world: World<ReplicaOf<State, Update>>,
): boolean =>
  requests.every((asks, node) => world.asked[node] === asks.length) &&
  new Set(valuesOf(crdt, world)).size === 1 &&
  new Set(world.nodes.map(({ durable }) => durable.seen.join())).size === 1;
