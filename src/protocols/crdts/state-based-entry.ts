import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import { canonicalJson } from '#simulator/digest.ts';
import type { CatalogEntry, Observations } from '../catalog-entry.ts';
import { disagreeing } from './disagreeing.ts';
import { hasConverged, type ReplicaOf, replicas, type StateBased, strongConvergence } from './state-based.ts';

interface EntryParts<State, Update> {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly brokenRules: Readonly<Record<string, string>>;
  readonly crdt: (broken?: string) => StateBased<State, Update>;
  readonly requests: readonly (readonly Update[])[];
  readonly invariants: readonly Invariant<World<ReplicaOf<State, Update>>>[];
  readonly observations?: Observations<World<ReplicaOf<State, Update>>>;
  /** Whether what clients asked, and in which order, is part of a world. */
  readonly keepsHistory?: boolean;
}

/** The catalog line of a state-based CRDT: a replica for each client, and one more if wanted; three syncs, a duplicate and a loss for the search. */
export function stateBasedEntry<State, Update>({
  crdt,
  requests: asks,
  invariants,
  keepsHistory = false,
  ...rest
}: EntryParts<State, Update>): CatalogEntry<ReplicaOf<State, Update>> {
  const value = (state: State) => crdt().value(state);
  return {
    ...rest,
    observations: {
      /** Replicas that have seen the same updates as another, and show something else. */
      disagreeingReplicas: ({ nodes }) =>
        disagreeing(
          nodes,
          ({ durable }) => durable.seen.join(),
          ({ durable }) => canonicalJson(value(durable.state)),
        ),
      /** How many different things the replicas show, and how many updates the one that has seen most has seen. */
      differentValues: ({ nodes }) => new Set(nodes.map(({ durable }) => canonicalJson(value(durable.state)))).size,
      ...rest.observations,
    },
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
          keepsHistory,
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
