import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { zooKeeper, type ZooKeeper, type ZooKeeperBroken, zooKeeperStore } from './zookeeper-store.ts';

/** Clients that believe they hold the lock. */
export const believers = ({ nodes }: World<ZooKeeper>): readonly NodeId[] =>
  nodes.flatMap(({ volatile }, node) => (volatile?.holds ? [node] : []));

/** The most clients that one deletion has woken, of those whose notice is still under way. */
export const herd = ({ network }: World<ZooKeeper>): number => {
  const watched: readonly number[] = network.flatMap(({ message }) =>
    message.kind === 'gone' ? [message.sequence] : [],
  );
  return Math.max(0, ...watched.map((one) => watched.filter((other) => other === one).length));
};

const liveHolders = (world: World<ZooKeeper>): readonly NodeId[] =>
  believers(world).filter((node) => !world.nodes[zooKeeper]?.durable.expired.includes(node));

const liveHolderIsAlone: Invariant<World<ZooKeeper>> = {
  name: 'Of all live sessions, at most one holds the lock',
  fault: (world) => {
    const live = liveHolders(world);
    return live.length > 1 ? `clients ${live.join(' and ')} hold it` : null;
  },
};

const oneIsWoken: Invariant<World<ZooKeeper>> = {
  name: 'One deletion wakes one client',
  fault: (world) => (herd(world) > 1 ? `${herd(world)} are woken` : null),
};

const brokenRules: Record<ZooKeeperBroken, string> = {
  everyoneWatchesTheLock: 'Each waiter watches the node that holds the lock, not the one before its own: the herd.',
};

export const zooKeeperEntry: CatalogEntry<ZooKeeper> = {
  id: 'zookeeper',
  name: 'ZooKeeper: the lock recipe',
  source: 'Hunt et al. 2010, ZooKeeper, §2.4; ZooKeeper documentation, Recipes (Locks)',
  brokenRules,
  /** Which client holds the lock at the start; 0 for none. */
  options: { holder: 0 },
  observations: {
    /** The most that one deletion wakes, of those whose notice is under way. */
    wokenTogether: herd,
    /** Clients that believe they hold the lock, and those of them whose session lives. */
    believedHolders: (world) => believers(world).length,
    liveHolders: (world) => liveHolders(world).length,
    waiters: ({ nodes }) => nodes.filter(({ volatile }) => volatile?.asking?.kind === 'wait').length,
    /** Watches that are set, and have not fired. */
    watchesSet: ({ nodes }) => nodes[zooKeeper]?.durable.watches.length ?? 0,
    sessionsOver: ({ nodes }) => nodes[zooKeeper]?.durable.expired.length ?? 0,
  },
  example: (broken, _size, options) => ({
    setup: {
      protocol: zooKeeperStore({
        ...(options as { holder?: NodeId } | undefined),
        broken: broken as ZooKeeperBroken | undefined,
      }),
      size: 4,
      budget: { ...noFaults, fires: 1 },
      requests: [[], ['lock', 'unlock'], ['lock', 'unlock'], ['lock', 'unlock']],
      sheltered: [zooKeeper],
      keepsHistory: false,
    },
    // Equal clients: that they first ask in order loses nothing.
    within: ({ network, asked: [, one = 0, two = 0, three = 0] }) =>
      network.length <= 2 && (one > 0 || two === 0) && (two > 0 || three === 0),
    bounds: ['at most two messages under way at once', 'clients that first ask in order'],
    timed: {
      link: { latency: [1, 3], loss: 0.1, duplication: 0.1 },
      thinkTime: [0, 10],
      faults: [
        { at: 15, move: { kind: 'pause', node: 1 } },
        { at: 90, move: { kind: 'resume', node: 1 } },
      ],
    },
    invariants: [liveHolderIsAlone, oneIsWoken],
    hasSettled: ({ waiting, asked }) =>
      waiting.every((operation) => operation === null) && asked.slice(1).every((count) => count === 2),
  }),
};
