import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { apiServer, leaseElection, type LeaseElection, type LeaseElectionBroken } from './lease-election.ts';

/** The copies that act as leader now. Two of them are possible: a Lease is no fence. */
export const actingLeaders = ({ nodes }: World<LeaseElection>): readonly NodeId[] =>
  nodes.flatMap(({ volatile }, node) => (volatile && volatile.leads !== null ? [node] : []));

/** Copies may overlap in time, but each change of hands has one winner, because a put that names an old version gets 409. */
const oneWinner: Invariant<World<LeaseElection>> = {
  name: 'Each transition of the Lease has one winner',
  fault: (world) => {
    const won = actingLeaders(world).map((node) => world.nodes[node]?.volatile?.leads);
    const twice = won.find((transition, index) => won.indexOf(transition) < index);
    return twice === undefined ? null : `transition ${twice} was won twice`;
  },
};

const brokenRules: Record<LeaseElectionBroken, string> = {
  versionIsNotCompared: 'A put overwrites the Lease whatever its version: no 409.',
};

export const leaseElectionEntry: CatalogEntry<LeaseElection> = {
  id: 'kubernetes-lease',
  name: 'Kubernetes: leader election by a Lease',
  source: 'client-go, tools/leaderelection; Kubernetes documentation, Leases',
  brokenRules,
  observations: {
    actingLeaders: (world) => actingLeaders(world).length,
    /** How often the Lease has changed hands. */
    transitions: ({ nodes }) => nodes[apiServer]?.durable.store?.objects[0]?.value.transitions ?? 0,
  },
  example: (broken) => ({
    setup: {
      protocol: leaseElection({ broken: broken as LeaseElectionBroken | undefined }),
      size: 3,
      budget: noFaults,
      requests: [[], [], []],
      sheltered: [apiServer],
      keepsHistory: false,
    },
    within: ({ nodes, network }) => network.length <= 2 && (nodes[apiServer]?.durable.store?.version ?? 0) <= 3,
    bounds: ['at most two messages under way at once', 'at most three writes of the Lease'],
    timed: {
      link: { latency: [0.1, 0.4], loss: 0.1, duplication: 0.1 },
      faults: [
        { at: 30, move: { kind: 'pause', node: 1 } },
        { at: 60, move: { kind: 'resume', node: 1 } },
      ],
    },
    invariants: [oneWinner],
    hasSettled: (world) => actingLeaders(world).length === 1,
  }),
};
