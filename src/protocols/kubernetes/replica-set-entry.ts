import type { Invariant } from '#simulator/check/invariants.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import {
  apiServer,
  cacheNode,
  controller,
  replicaSet,
  type ReplicaSet,
  type ReplicaSetBroken,
  type ReplicaSetOptions,
} from './replica-set.ts';

/** How many pods there are, by the API server: the truth. */
export const podCount = ({ nodes }: World<ReplicaSet>): number => nodes[apiServer]?.durable.store?.objects.length ?? 0;

/** Whether the cache is behind the API server. */
export const isCacheOld = ({ nodes }: World<ReplicaSet>): boolean =>
  (nodes[cacheNode]?.volatile?.cache?.version ?? -1) < (nodes[apiServer]?.durable.store?.version ?? 0);

/** Whether nothing that is under way, owed, or armed will ever make the controller look or write again. */
export function isControllerAsleep({ nodes, network }: World<ReplicaSet>): boolean {
  const node = nodes[controller];
  if (network.length > 0 || !node?.volatile) return false;
  return node.volatile.writing === null && !node.timers.some(({ timer }) => timer === 'look');
}

const wanted = 3;

const noPodTooMany: Invariant<World<ReplicaSet>> = {
  name: 'No pod too many',
  fault: (world) => (podCount(world) > wanted ? `${podCount(world)} pods exist, ${wanted} are wanted` : null),
};

/** A promise about the future, held against each world: who could still keep it. */
const somebodyWillLook: Invariant<World<ReplicaSet>> = {
  name: 'A missing pod is looked for',
  fault: (world) =>
    podCount(world) < wanted && isControllerAsleep(world) ? 'a pod is missing, and nobody will look again' : null,
};

const brokenRules: Record<ReplicaSetBroken, string> = {
  readsOldCache: 'It acts on a cache that has not seen its own last write.',
  edgeTriggered: 'It acts on the news of a change alone, and never looks at the state again.',
};

export const replicaSetEntry: CatalogEntry<ReplicaSet> = {
  id: 'kubernetes-replica-set',
  name: 'Kubernetes: a controller and its cache',
  source: 'Kubernetes documentation, Controllers; Kubernetes API concepts, “Efficient detection of changes”',
  brokenRules,
  /** How many pods there are at the start. */
  options: { pods: 2 },
  observations: {
    pods: podCount,
    missingPods: (world) => Math.max(0, wanted - podCount(world)),
    /** Whether the cache has yet to see what the API server has. */
    cacheIsBehind: isCacheOld,
    /** Whether all wanted pods exist, none too many, and the cache knows it. */
    converged: (world) => podCount(world) === wanted && !isCacheOld(world),
    /** Whether nothing will make the controller look or write again. */
    controllerAsleep: isControllerAsleep,
  },
  example: (broken, _size, options) => {
    const isEdge = broken === 'edgeTriggered';
    return {
      setup: {
        // Two of three at the start; for the one that only hears news, all three, of which one is lost.
        protocol: replicaSet({
          wanted,
          pods: isEdge ? 3 : 2,
          ...(options as Partial<ReplicaSetOptions>),
          broken: broken as ReplicaSetBroken | undefined,
        }),
        size: 3,
        // Without a rule, a loss at most: a message that comes twice would only hide what the rule is about.
        budget: { ...noFaults, drops: 1, duplicates: broken === undefined ? 1 : 0 },
        requests: [['lose a pod']],
        keepsHistory: false,
      },
      within: (world) => world.network.length <= 3,
      bounds: ['at most three messages under way at once'],
      timed: { link: { latency: [1, 6], loss: 0.2, duplication: 0.1 }, thinkTime: [40, 60] },
      invariants: [noPodTooMany, somebodyWillLook],
      hasSettled: (world) => podCount(world) === wanted && !isCacheOld(world) && world.asked[apiServer] === 1,
    };
  },
};
