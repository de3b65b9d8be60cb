/**
 * A lock in etcd: a key that lives as long as its owner's lease is kept alive, and work that is written in a transaction.
 * The lease alone excludes nobody; comparing the lock's revision does, for keys in etcd. Left out: the members behind
 * the store, keep-alives for several leases, waiting in turn (clients just try again).
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';

export interface EtcdLeaseOptions {
  readonly broken?: EtcdLeaseBroken | undefined;
}
export type EtcdLeaseBroken = 'noRevisionCompare';

interface Lock {
  readonly owner: NodeId;
  /** The revision at which the key was created: its owner's proof. */
  readonly revision: number;
}
type EtcdLeaseMessage =
  /** Txn: if the key does not exist, put it, bound to a lease. */
  | { readonly kind: 'lock' }
  | { readonly kind: 'locked'; readonly revision: number }
  | { readonly kind: 'keep-alive'; readonly revision: number }
  /** Txn: if the key's create revision is this one, put the result. */
  | { readonly kind: 'write'; readonly revision: number }
  | { readonly kind: 'wrote'; readonly revision: number; readonly succeeded: boolean };
type EtcdLeaseTimer = 'ttl' | 'keepAlive' | 'retry' | 'work';

export interface EtcdLeaseDurable {
  readonly revision: number;
  readonly lock: Lock | null;
  /** The lock revisions under which results were written, in the order in which they landed; a repeated one once. */
  readonly results: readonly number[];
}
export interface EtcdLeaseVolatile {
  /** The client's open request, and the revision by which it believes that it holds the lock. */
  readonly operation: number | null;
  readonly holds: number | null;
}
export type EtcdLease = Protocol<
  EtcdLeaseDurable,
  EtcdLeaseVolatile,
  EtcdLeaseMessage,
  EtcdLeaseTimer,
  'work',
  'done' | 'lost the lock'
>;
type Step = ReturnType<EtcdLease['step']>;
type EtcdLeaseEffect = Effect<EtcdLeaseMessage, EtcdLeaseTimer, 'done' | 'lost the lock'>;

export const etcd: NodeId = 0;

const asks = (message: EtcdLeaseMessage): EtcdLeaseEffect => ({ kind: 'send', to: etcd, message });
const sets = (timer: EtcdLeaseTimer, after: number): EtcdLeaseEffect => ({
  kind: 'setTimer',
  timer,
  least: after,
  most: after,
});
const clears = (timer: EtcdLeaseTimer): EtcdLeaseEffect => ({ kind: 'clearTimer', timer });
const TTL = 30;

/** Node 0 is etcd, the others want the lock once each (etcd API: Lease, Txn; Kingsbury 2020, etcd 3.4.3, on its locks). */
export function etcdLease({ broken }: EtcdLeaseOptions = {}): EtcdLease {
  const atEtcd = (
    durable: EtcdLeaseDurable,
    volatile: EtcdLeaseVolatile,
    from: NodeId,
    message: EtcdLeaseMessage,
  ): Step => {
    const { revision, lock, results } = durable;
    const answers = (after: EtcdLeaseDurable, ...effects: EtcdLeaseEffect[]): Step => ({
      durable: after,
      volatile,
      effects,
    });
    const replies = (reply: EtcdLeaseMessage): EtcdLeaseEffect => ({ kind: 'send', to: from, message: reply });
    switch (message.kind) {
      case 'lock': {
        if (lock)
          return lock.owner === from
            ? answers(durable, replies({ kind: 'locked', revision: lock.revision }))
            : answers(durable);
        const created = { revision: revision + 1, lock: { owner: from, revision: revision + 1 }, results };
        return answers(created, replies({ kind: 'locked', revision: revision + 1 }), sets('ttl', TTL));
      }
      case 'keep-alive':
        return lock?.revision === message.revision ? answers(durable, sets('ttl', TTL)) : answers(durable);
      case 'write': {
        const isOwn = lock?.revision === message.revision;
        const isRepeated = results.includes(message.revision);
        const succeeded = isOwn || isRepeated || broken === 'noRevisionCompare';
        const wrote = replies({ kind: 'wrote', revision: message.revision, succeeded });
        if (!succeeded || isRepeated) return answers(durable, wrote);
        // Its work is done: the result is put and the lock is freed in one transaction.
        const after = { revision: revision + 1, lock: isOwn ? null : lock, results: [...results, message.revision] };
        return answers(after, wrote, ...(isOwn ? [clears('ttl')] : []));
      }
      default:
        return answers(durable);
    }
  };

  const atClient = (durable: EtcdLeaseDurable, volatile: EtcdLeaseVolatile, message: EtcdLeaseMessage): Step => {
    const { operation, holds } = volatile;
    const idle = { durable, volatile, effects: [] };
    if (operation === null) return idle;
    if (message.kind === 'locked' && holds === null) {
      return {
        durable,
        volatile: { ...volatile, holds: message.revision },
        effects: [sets('keepAlive', 10), sets('work', 20), clears('retry')],
      };
    }
    if (message.kind !== 'wrote' || message.revision !== holds) return idle;
    const effects: EtcdLeaseEffect[] = [
      { kind: 'respond', operation, response: message.succeeded ? 'done' : 'lost the lock' },
      clears('keepAlive'),
      clears('retry'),
    ];
    return { durable, volatile: resting, effects };
  };

  return {
    name: 'etcd lease',
    format: () => ({ revision: 1, lock: null, results: [] }),
    boot: ({ lock }) => ({ volatile: resting, effects: lock ? [sets('ttl', TTL)] : [] }),
    step: (durable, volatile, event, { self }) => {
      const { operation, holds } = volatile;
      if (event.kind === 'message')
        return self === etcd
          ? atEtcd(durable, volatile, event.from, event.message)
          : atClient(durable, volatile, event.message);
      if (event.kind === 'request')
        return {
          durable,
          volatile: { ...resting, operation: event.operation },
          effects: [asks({ kind: 'lock' }), sets('retry', 15)],
        };
      switch (event.timer) {
        // The store cannot ask the owner: its lease has run out, so the key goes.
        case 'ttl':
          return { durable: { ...durable, revision: durable.revision + 1, lock: null }, volatile, effects: [] };
        case 'keepAlive':
          return {
            durable,
            volatile,
            effects: holds === null ? [] : [asks({ kind: 'keep-alive', revision: holds }), sets('keepAlive', 10)],
          };
        case 'work':
          return {
            durable,
            volatile,
            effects: holds === null ? [] : [asks({ kind: 'write', revision: holds }), sets('retry', 15)],
          };
        case 'retry':
          return {
            durable,
            volatile,
            effects:
              operation === null
                ? []
                : [asks(holds === null ? { kind: 'lock' } : { kind: 'write', revision: holds }), sets('retry', 15)],
          };
      }
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'lock':
            return 'lock, if free';
          case 'locked':
            return `locked at ${message.revision}`;
          case 'keep-alive':
            return 'keep my lease';
          case 'write':
            return broken === 'noRevisionCompare' ? 'write' : `write, if lock is ${message.revision}`;
          case 'wrote':
            return message.succeeded ? 'written' : 'refused';
        }
      },
      timer: (timer) =>
        ({ ttl: 'lease timer', keepAlive: 'keep-alive timer', retry: 'retry timer', work: 'work timer' })[timer],
      request: () => 'lock, work, write',
      response: (response) => response,
      role: ({ lock }, { holds }) =>
        lock ? `locked at ${lock.revision}` : holds === null ? null : 'believes it holds',
      change: (before, after) =>
        after.durable.results.length > before.durable.results.length
          ? `result written under ${after.durable.results.at(-1)}`
          : null,
      node: (self) => (self === etcd ? 'etcd' : `Client ${self}`),
    },
  };
}

const resting: EtcdLeaseVolatile = { operation: null, holds: null };

/** Clients that work on though the key they rely on is gone. */
export const ownersOfNothing = ({ nodes }: World<EtcdLease>): readonly NodeId[] =>
  nodes.flatMap(({ volatile }, node) =>
    volatile && volatile.holds !== null && volatile.holds !== nodes[etcd]?.durable.lock?.revision ? [node] : [],
  );

/** Whether an older owner's result landed after a newer one's. */
export const isOverwrittenByOldOwner = ({ nodes }: World<EtcdLease>): boolean => {
  const results = nodes[etcd]?.durable.results ?? [];
  return results.some((revision, index) => revision < (results[index - 1] ?? 0));
};

const inOrder: Invariant<World<EtcdLease>> = {
  name: 'No result of an old owner lands after a newer one',
  fault: (world) =>
    isOverwrittenByOldOwner(world)
      ? `results landed under ${world.nodes[etcd]?.durable.results.join(', then ')}`
      : null,
};

const brokenRules: Record<EtcdLeaseBroken, string> = {
  noRevisionCompare: 'The write does not compare the lock’s revision: an owner whose key has vanished still writes.',
};

export const etcdLeaseEntry: CatalogEntry<EtcdLease> = {
  id: 'etcd-lease',
  name: 'etcd: a lock with a lease',
  source: 'etcd documentation, API (Lease, Transaction); Kingsbury 2020, Jepsen: etcd 3.4.3',
  brokenRules,
  observations: {
    /** Clients that work on though their key is gone. */
    ownersOfNothing: (world) => ownersOfNothing(world).length,
    believedHolders: ({ nodes }) => nodes.filter(({ volatile }) => volatile && volatile.holds !== null).length,
    keyExists: ({ nodes }) => nodes[etcd]?.durable.lock != null,
    resultsWritten: ({ nodes }) => nodes[etcd]?.durable.results.length ?? 0,
    /** Whether a result of an older owner landed after a newer one’s. */
    oldResultAfterNew: isOverwrittenByOldOwner,
  },
  example: (broken) => ({
    setup: {
      protocol: etcdLease({ broken: broken as EtcdLeaseBroken | undefined }),
      size: 3,
      budget: noFaults,
      requests: [[], ['work'], ['work']],
      sheltered: [etcd],
      keepsHistory: false,
    },
    within: ({ network }) => network.length <= 2,
    bounds: ['at most two messages under way at once'],
    timed: {
      link: { latency: [1, 3], loss: 0.1, duplication: 0.1 },
      thinkTime: [0, 10],
      faults: [
        { at: 15, move: { kind: 'pause', node: 1 } },
        { at: 70, move: { kind: 'resume', node: 1 } },
      ],
    },
    invariants: [inOrder],
    hasSettled: ({ waiting, asked }) =>
      asked[1] === 1 && asked[2] === 1 && waiting.every((operation) => operation === null),
  }),
};
