import type { Invariant } from '#simulator/check/invariants.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { controlPlane, statefulSet, type StatefulSet, type StatefulSetBroken } from './stateful-set.ts';

/** The uids of every `db-0` that runs now, by node. */
export const runningDb0 = ({ nodes }: World<StatefulSet>): readonly number[] =>
  nodes.flatMap(({ volatile }) => (volatile && volatile.runs !== null ? [volatile.runs] : []));

/** Whether an unreachable node's `db-0` is marked for deletion, and still waited for. */
export const isDb0Stuck = ({ nodes }: World<StatefulSet>): boolean =>
  nodes[controlPlane]?.durable.db0?.isDeleting === true;

const atMostOne: Invariant<World<StatefulSet>> = {
  name: 'At most one db-0 runs',
  fault: (world) => {
    const uids = runningDb0(world);
    return uids.length > 1 ? `db-0 runs ${uids.length} times: #${uids.join(' and #')}` : null;
  },
};

const brokenRules: Record<StatefulSetBroken, string> = {
  forceDelete: 'A delete takes the object away at once, without the kubelet’s word that the pod has stopped.',
  readsOldCache: 'A kubelet believes an answer that is older than what it has seen, or meant for its earlier start.',
};

export const statefulSetEntry: CatalogEntry<StatefulSet> = {
  id: 'kubernetes-stateful-set',
  name: 'Kubernetes: a StatefulSet on unreachable nodes',
  source: 'Kubernetes documentation, Nodes; Force Delete StatefulSet Pods; kubernetes/kubernetes #59848',
  brokenRules,
  observations: {
    /** How many machines run a `db-0`. */
    runningCopies: (world) => runningDb0(world).length,
    /** Whether it is marked for deletion, and the kubelet’s word is waited for. */
    deletionStuck: isDb0Stuck,
    /** How many objects of that name there have been, one after the other. */
    lives: ({ nodes }) => nodes[controlPlane]?.durable.db0?.uid ?? 0,
  },
  example: (broken) => ({
    setup: {
      protocol: statefulSet({ broken: broken as StatefulSetBroken | undefined }),
      size: 3,
      budget: noFaults,
      requests: [['delete']],
      sheltered: [controlPlane],
      keepsHistory: false,
    },
    within: ({ nodes, network }) => {
      const plane = nodes[controlPlane];
      return (
        (plane?.durable.db0?.uid ?? 0) <= 2 && network.length <= 2 && plane?.volatile?.silent.includes(2) === false
      );
    },
    bounds: ['at most two messages under way at once', 'two lives of db-0', 'node B never called silent'],
    timed: {
      link: { latency: [1, 4], loss: 0.1, duplication: 0.1 },
      thinkTime: [20, 200],
      faults: [
        { at: 60, move: { kind: 'cut', between: [0, 1] } },
        { at: 180, move: { kind: 'heal', between: [0, 1] } },
        { at: 240, move: { kind: 'crash', node: 2 } },
        { at: 250, move: { kind: 'restart', node: 2 } },
      ],
    },
    invariants: [atMostOne],
    hasSettled: (world) => runningDb0(world).length === 1 && !isDb0Stuck(world) && world.asked[controlPlane] === 1,
  }),
};
