import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { hasConverged, type ReplicaOf, replicas, type StateBased, strongConvergence } from './state-based.ts';

interface EntryParts<State, Update> {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly brokenRules: Readonly<Record<string, string>>;
  readonly crdt: (broken?: string) => StateBased<State, Update>;
  readonly requests: readonly (readonly Update[])[];
  readonly invariants: readonly Invariant<World<ReplicaOf<State, Update>>>[];
}

/** The catalog line of a state-based CRDT: a replica for each client, and one more if wanted; three syncs, a duplicate and a loss for the search. */
export function stateBasedEntry<State, Update>({
  crdt,
  requests: asks,
  invariants,
  ...rest
}: EntryParts<State, Update>): CatalogEntry<ReplicaOf<State, Update>> {
  return {
    ...rest,
    sizes: [asks.length, asks.length + 1],
    example: (broken, size = asks.length) => {
      const own = crdt(broken);
      const requests = Array.from({ length: size }, (_, node) => asks[node] ?? []);
      return {
        setup: {
          protocol: replicas(own),
          size,
          budget: { ...noFaults, fires: 3, duplicates: 1, drops: 1 },
          requests,
          keepsHistory: false,
        },
        timed: { link: { latency: [1, 6], loss: 0.2, duplication: 0.1 }, thinkTime: [2, 20] },
        invariants: [strongConvergence(own), ...invariants],
        hasSettled: (world) => hasConverged(own, requests, world),
      };
    },
  };
}

/** A rule about one replica's state. */
export const atEachReplica = <State, Update>(
  name: string,
  fault: (state: State, seen: readonly number[], node: NodeId) => string | null,
): Invariant<World<ReplicaOf<State, Update>>> => ({
  name,
  fault: ({ nodes }) =>
    nodes.map(({ durable }, node) => fault(durable.state, durable.seen, node)).find((found) => found !== null) ?? null,
});
