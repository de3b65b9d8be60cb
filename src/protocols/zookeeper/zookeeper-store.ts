/**
 * The lock recipe of ZooKeeper: ephemeral sequential nodes, and one-shot watches on the node just before one's own.
 * Left out: the ensemble (one node answers for all, so no read is stale), data in nodes, reconnecting to another server.
 */
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';

export interface ZooKeeperOptions {
  readonly broken?: ZooKeeperBroken | undefined;
  /** The client that holds the lock at the start, if any. */
  readonly holder?: NodeId;
}
export type ZooKeeperBroken = 'everyoneWatchesTheLock';

/** A lock node: its sequence number, and the client whose session it lives with. */
interface LockNode {
  readonly sequence: number;
  readonly owner: NodeId;
}
type ZooKeeperMessage =
  | { readonly kind: 'ping' | 'expired' }
  /** create(…, EPHEMERAL | SEQUENTIAL); finds its own node if an answer was lost, as the recipe's GUID does. */
  | { readonly kind: 'create' }
  | { readonly kind: 'created'; readonly sequence: number }
  /** getChildren, then exists(…, watch) on the node before one's own, in one question. */
  | { readonly kind: 'wait'; readonly sequence: number }
  | { readonly kind: 'isFirst'; readonly sequence: number; readonly isFirst: boolean }
  /** A watch fires once. */
  | { readonly kind: 'gone'; readonly sequence: number }
  | { readonly kind: 'delete'; readonly sequence: number }
  | { readonly kind: 'deleted'; readonly sequence: number };
type ZooKeeperTimer = 'ping' | 'retry' | `session ${NodeId}`;

export interface ZooKeeperDurable {
  readonly next: number;
  /** At a client: the one that it held at the start, until it asks to unlock. */
  readonly locks: readonly LockNode[];
  /** Sessions that are over. */
  readonly expired: readonly NodeId[];
  readonly watches: readonly { readonly watched: number; readonly by: NodeId }[];
}
export interface ZooKeeperVolatile {
  readonly operation: OperationId | null;
  /** What the client waits for an answer to, and asks again: while it waits its turn too, since news can be lost here. */
  readonly asking: ZooKeeperMessage | null;
  readonly sequence: number | null;
  readonly holds: boolean;
  /** Whether it has heard that its session is over. */
  readonly isExpired: boolean;
}
export type ZooKeeper = Protocol<
  ZooKeeperDurable,
  ZooKeeperVolatile,
  ZooKeeperMessage,
  ZooKeeperTimer,
  'lock' | 'unlock',
  'locked' | 'unlocked' | 'session expired'
>;
type Step = ReturnType<ZooKeeper['step']>;
type ZooKeeperEffect = Effect<ZooKeeperMessage, ZooKeeperTimer, 'locked' | 'unlocked' | 'session expired'>;

export const zooKeeper: NodeId = 0;

const sends = (to: NodeId, message: ZooKeeperMessage): ZooKeeperEffect => ({ kind: 'send', to, message });
const sets = (timer: ZooKeeperTimer, after: number): ZooKeeperEffect => ({
  kind: 'setTimer',
  timer,
  least: after,
  most: after,
});
const sessionOf = (node: NodeId): ZooKeeperEffect => sets(`session ${node}`, 40);
const resting: ZooKeeperVolatile = { operation: null, asking: null, sequence: null, holds: false, isExpired: false };

/** Node 0 is ZooKeeper, the others are clients (Hunt et al. 2010, §2.4; ZooKeeper Recipes, Locks). */
export function zooKeeperStore({ broken, holder = zooKeeper }: ZooKeeperOptions = {}): ZooKeeper {
  /** A node goes, and every watch on it fires: the one behind it, or all at once. */
  const without = (durable: ZooKeeperDurable, gone: readonly LockNode[]): [ZooKeeperDurable, ZooKeeperEffect[]] => {
    const isGone = ({ watched }: { watched: number }) => gone.some(({ sequence }) => sequence === watched);
    const effects = durable.watches
      .filter(isGone)
      .map(({ watched, by }) => sends(by, { kind: 'gone', sequence: watched }));
    const locks = durable.locks.filter((lock) => !gone.includes(lock));
    return [{ ...durable, locks, watches: durable.watches.filter((watch) => !isGone(watch)) }, effects];
  };

  const atZooKeeper = (
    durable: ZooKeeperDurable,
    volatile: ZooKeeperVolatile,
    from: NodeId,
    message: ZooKeeperMessage,
  ): Step => {
    const answers = (after: ZooKeeperDurable, ...effects: ZooKeeperEffect[]): Step => ({
      durable: after,
      volatile,
      effects: [sessionOf(from), ...effects],
    });
    if (durable.expired.includes(from)) return { durable, volatile, effects: [sends(from, { kind: 'expired' })] };
    const { locks, next, watches } = durable;
    const own = locks.find(({ owner }) => owner === from);
    switch (message.kind) {
      case 'create': {
        if (own) return answers(durable, sends(from, { kind: 'created', sequence: own.sequence }));
        return answers(
          { ...durable, next: next + 1, locks: [...locks, { sequence: next, owner: from }] },
          sends(from, { kind: 'created', sequence: next }),
        );
      }
      case 'wait': {
        if (own?.sequence !== message.sequence) return answers(durable);
        const before = locks.filter(({ sequence }) => sequence < message.sequence);
        const watched = broken === 'everyoneWatchesTheLock' ? before[0] : before.at(-1);
        if (!watched) return answers(durable, sends(from, { kind: 'isFirst', sequence: own.sequence, isFirst: true }));
        const watch = { watched: watched.sequence, by: from };
        const others = watches.filter(({ by }) => by !== from);
        return answers(
          { ...durable, watches: [...others, watch].sort((one, other) => one.by - other.by) },
          sends(from, { kind: 'isFirst', sequence: own.sequence, isFirst: false }),
        );
      }
      case 'delete': {
        const [after, effects] = without(durable, own?.sequence === message.sequence ? [own] : []);
        return answers(after, sends(from, { kind: 'deleted', sequence: message.sequence }), ...effects);
      }
      default:
        return answers(durable);
    }
  };

  const atClient = (durable: ZooKeeperDurable, volatile: ZooKeeperVolatile, message: ZooKeeperMessage): Step => {
    const { operation, asking, sequence, isExpired } = volatile;
    const idle: Step = { durable, volatile, effects: [] };
    const asks = (question: ZooKeeperMessage, changes: Partial<ZooKeeperVolatile> = {}): Step => ({
      durable,
      volatile: { ...volatile, ...changes, asking: question },
      effects: [sends(zooKeeper, question), sets('retry', 15)],
    });
    const rests = (
      changes: Partial<ZooKeeperVolatile>,
      response?: 'locked' | 'unlocked' | 'session expired',
    ): Step => ({
      durable,
      volatile: { ...volatile, asking: null, ...changes },
      effects: [
        { kind: 'clearTimer', timer: 'retry' },
        ...(response && operation !== null ? [{ kind: 'respond', operation, response } as const] : []),
      ],
    });
    switch (message.kind) {
      case 'expired':
        return isExpired ? idle : rests({ ...resting, isExpired: true }, 'session expired');
      case 'created':
        return asking?.kind === 'create'
          ? asks({ kind: 'wait', sequence: message.sequence }, { sequence: message.sequence })
          : idle;
      case 'isFirst':
        return asking?.kind === 'wait' && message.isFirst && message.sequence === sequence
          ? rests({ operation: null, holds: true }, 'locked')
          : idle;
      case 'gone':
        return asking?.kind === 'wait' ? asks(asking) : idle;
      case 'deleted':
        return asking?.kind === 'delete' && message.sequence === asking.sequence ? rests(resting, 'unlocked') : idle;
      default:
        return idle;
    }
  };

  return {
    name: 'ZooKeeper',
    format: (self, size) => {
      const isHeld = holder > 0 && holder < size;
      const locks = isHeld && (self === zooKeeper || self === holder) ? [{ sequence: 1, owner: holder }] : [];
      return { next: isHeld ? 2 : 1, locks, expired: [], watches: [] };
    },
    boot: (durable, { self, size }) => {
      const live = Array.from({ length: size - 1 }, (_, index) => index + 1).filter(
        (node) => !durable.expired.includes(node),
      );
      const volatile =
        self !== zooKeeper && durable.locks.length > 0 ? { ...resting, sequence: 1, holds: true } : resting;
      return { volatile, effects: self === zooKeeper ? live.map(sessionOf) : [sets('ping', 10)] };
    },
    step: (durable, volatile, event, { self }) => {
      if (event.kind === 'message')
        return self === zooKeeper
          ? atZooKeeper(durable, volatile, event.from, event.message)
          : atClient(durable, volatile, event.message);
      if (event.kind === 'request') {
        const { operation, request } = event;
        if (volatile.isExpired)
          return { durable, volatile, effects: [{ kind: 'respond', operation, response: 'session expired' }] };
        const asking: ZooKeeperMessage =
          request === 'lock' ? { kind: 'create' } : { kind: 'delete', sequence: volatile.sequence ?? 0 };
        return {
          durable: { ...durable, locks: [] },
          volatile: { ...volatile, operation, asking, holds: false },
          effects: [sends(zooKeeper, asking), sets('retry', 15)],
        };
      }
      if (event.timer === 'ping')
        return {
          durable,
          volatile,
          effects: volatile.isExpired ? [] : [sends(zooKeeper, { kind: 'ping' }), sets('ping', 10)],
        };
      if (event.timer === 'retry')
        return {
          durable,
          volatile,
          effects: volatile.asking ? [sends(zooKeeper, volatile.asking), sets('retry', 15)] : [],
        };
      // A session that was silent for too long is over, and its nodes go with it.
      const node = Number(event.timer.slice('session '.length));
      const ended = {
        ...durable,
        expired: [...durable.expired, node].sort((one, other) => one - other),
        watches: durable.watches.filter(({ by }) => by !== node),
      };
      const [after, effects] = without(
        ended,
        ended.locks.filter(({ owner }) => owner === node),
      );
      return { durable: after, volatile, effects };
    },
    words: {
      message: (message) => {
        const lock = `lock-${'sequence' in message ? message.sequence : ''}`;
        return {
          ping: 'ping',
          expired: 'session expired',
          create: `create ${lock}`,
          created: `created ${lock}`,
          wait: `is ${lock} first?`,
          isFirst: 'isFirst' in message && message.isFirst ? 'yes, first' : 'no: watch set',
          gone: `${lock} is gone`,
          delete: `delete ${lock}`,
          deleted: `deleted ${lock}`,
        }[message.kind];
      },
      timer: (timer) =>
        timer === 'ping'
          ? 'ping timer'
          : timer === 'retry'
            ? 'retry timer'
            : `timer for client ${timer.slice('session '.length)}`,
      request: (request) => request,
      response: (response) => response,
      role: ({ locks }, { holds, asking, isExpired }) => {
        if (isExpired) return 'session over';
        if (holds) return 'believes it holds';
        if (locks.length > 0) return locks.map(({ sequence }) => `lock-${sequence}`).join(' ');
        return asking?.kind === 'wait' ? 'waits' : null;
      },
      node: (self) => (self === zooKeeper ? 'ZooKeeper' : `Client ${self}`),
    },
  };
}
