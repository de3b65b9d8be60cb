/**
 * A StatefulSet of one pod, `db-0`, on nodes that may become unreachable: why it may run twice only where somebody takes
 * its word for the kubelet's. Left out: the split of the control plane into API server and controllers (one node here, whose
 * store they share), toleration times, volumes.
 */
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';

export interface StatefulSetOptions {
  readonly broken?: StatefulSetBroken | undefined;
}
export type StatefulSetBroken = 'forceDelete' | 'readsOldCache';

/** The object `db-0`: each new one under that name has a new uid. */
export interface Db0 {
  readonly uid: number;
  /** The node it is bound to; `null` while none can be reached. */
  readonly node: NodeId | null;
  /** Marked for deletion: it stays until its kubelet says that it has stopped. */
  readonly isDeleting: boolean;
}

type StatefulSetMessage =
  /** A kubelet's heartbeat: what runs there (or `null`), and which start of the kubelet this is. */
  | { readonly kind: 'heartbeat'; readonly runs: number | null; readonly boot: number }
  /** What ought to run there, as of a version of the store. */
  | {
      readonly kind: 'pods';
      readonly version: number;
      readonly uid: number | null;
      readonly isDeleting: boolean;
      readonly boot: number;
    }
  | { readonly kind: 'stopped'; readonly uid: number };
type StatefulSetTimer = 'heartbeat' | `silence ${NodeId}`;
export type StatefulSetRequest = 'delete' | 'force-delete';

export interface StatefulSetDurable {
  /** The control plane's store. */
  readonly db0: Db0 | null;
  readonly version: number;
  /** A kubelet's: how often it has started. */
  readonly boots: number;
}
export interface StatefulSetVolatile {
  /** The control plane's: kubelets that have been silent for too long. */
  readonly silent: readonly NodeId[];
  /** A node's: the uid of the `db-0` that runs there. Containers die with the machine. */
  readonly runs: number | null;
  /** A kubelet's: the newest version it has seen; `null` until its first heartbeat since it started. */
  readonly seen: number | null;
}
export type StatefulSet = Protocol<
  StatefulSetDurable,
  StatefulSetVolatile,
  StatefulSetMessage,
  StatefulSetTimer,
  StatefulSetRequest,
  'deleted'
>;
type Step = ReturnType<StatefulSet['step']>;
type StatefulSetEffect = Effect<StatefulSetMessage, StatefulSetTimer, 'deleted'>;

export const controlPlane: NodeId = 0;

const nodesOf = (size: number): NodeId[] => Array.from({ length: size - 1 }, (_, index) => index + 1);
const beats: StatefulSetEffect = { kind: 'setTimer', timer: 'heartbeat', least: 10, most: 10 };
const silenceOf = (node: NodeId): StatefulSetEffect => ({
  kind: 'setTimer',
  timer: `silence ${node}`,
  least: 40,
  most: 40,
});

/** Node 0 is the control plane, the others run pods (Kubernetes: Nodes; StatefulSet; Force Delete StatefulSet Pods). */
export function statefulSet({ broken }: StatefulSetOptions = {}): StatefulSet {
  /** The first heartbeat since it started counts that start. */
  const heartbeat = (durable: StatefulSetDurable, volatile: StatefulSetVolatile): Step => {
    const boots = durable.boots + (volatile.seen === null ? 1 : 0);
    const message = { kind: 'heartbeat', runs: volatile.runs, boot: boots } as const;
    const effects = [{ kind: 'send', to: controlPlane, message } as const, beats];
    return { durable: { ...durable, boots }, volatile: { ...volatile, seen: volatile.seen ?? 0 }, effects };
  };

  /** `db-0` with a uid, bound to a node that can be reached: the StatefulSet controller and the scheduler in one. */
  const placed = (
    durable: StatefulSetDurable,
    uid: number,
    silent: readonly NodeId[],
    size: number,
  ): StatefulSetDurable => {
    const node = nodesOf(size).find((id) => !silent.includes(id)) ?? null;
    return { ...durable, db0: { uid, node, isDeleting: false }, version: durable.version + 1 };
  };

  const deleted = (
    durable: StatefulSetDurable,
    silent: readonly NodeId[],
    size: number,
    isForced: boolean,
  ): StatefulSetDurable => {
    const { db0, version } = durable;
    if (!db0) return durable;
    // Forced, the object goes at once, and nobody has heard that the containers have stopped.
    if (isForced || db0.node === null) return placed(durable, db0.uid + 1, silent, size);
    return db0.isDeleting ? durable : { ...durable, db0: { ...db0, isDeleting: true }, version: version + 1 };
  };

  const atControlPlane = (
    durable: StatefulSetDurable,
    volatile: StatefulSetVolatile,
    from: NodeId,
    message: StatefulSetMessage,
    size: number,
  ): Step => {
    const { db0 } = durable;
    if (message.kind === 'stopped') {
      const isOver = db0?.uid === message.uid && db0.isDeleting;
      return {
        durable: isOver ? placed(durable, message.uid + 1, volatile.silent, size) : durable,
        volatile,
        effects: [],
      };
    }
    if (message.kind !== 'heartbeat') return { durable, volatile, effects: [] };
    const silent = volatile.silent.filter((node) => node !== from);
    const bound = db0?.node === null ? placed(durable, db0.uid, silent, size) : durable;
    const own = bound.db0?.node === from ? bound.db0 : null;
    const pods = {
      kind: 'pods',
      version: bound.version,
      uid: own?.uid ?? null,
      isDeleting: own?.isDeleting ?? false,
      boot: message.boot,
    } as const;
    return {
      durable: bound,
      volatile: { ...volatile, silent },
      effects: [{ kind: 'send', to: from, message: pods }, silenceOf(from)],
    };
  };

  const atKubelet = (durable: StatefulSetDurable, volatile: StatefulSetVolatile, message: StatefulSetMessage): Step => {
    const idle: Step = { durable, volatile, effects: [] };
    if (message.kind !== 'pods') return idle;
    // What was said to an earlier start, or before what it has seen since, is no longer so.
    const isOld = volatile.seen === null || message.boot !== durable.boots || message.version < volatile.seen;
    if (isOld && broken !== 'readsOldCache') return idle;
    const { version, uid, isDeleting } = message;
    const runs = isDeleting ? null : uid;
    const effects: StatefulSetEffect[] =
      isDeleting && uid !== null ? [{ kind: 'send', to: controlPlane, message: { kind: 'stopped', uid } }] : [];
    return { durable, volatile: { ...volatile, runs, seen: version }, effects };
  };

  return {
    name: 'Kubernetes StatefulSet',
    // The first `db-0` is bound to node 1.
    format: (self) => ({
      db0: self === controlPlane ? { uid: 1, node: 1, isDeleting: false } : null,
      version: 1,
      boots: 0,
    }),
    boot: (_, { self, size }) => {
      const volatile = { silent: [], runs: null, seen: null };
      return { volatile, effects: self === controlPlane ? nodesOf(size).map(silenceOf) : [beats] };
    },
    step: (durable, volatile, event, { self, size }) => {
      if (event.kind === 'message') {
        return self === controlPlane
          ? atControlPlane(durable, volatile, event.from, event.message, size)
          : atKubelet(durable, volatile, event.message);
      }
      if (event.kind === 'request') {
        const isForced = event.request === 'force-delete' || broken === 'forceDelete';
        const answer = { kind: 'respond', operation: event.operation, response: 'deleted' } as const;
        return { durable: deleted(durable, volatile.silent, size, isForced), volatile, effects: [answer] };
      }
      if (event.timer === 'heartbeat') return heartbeat(durable, volatile);
      const node = Number(event.timer.slice('silence '.length));
      const silent = [...volatile.silent.filter((id) => id !== node), node].sort((one, other) => one - other);
      const evicted = durable.db0?.node === node ? deleted(durable, silent, size, false) : durable;
      return { durable: evicted, volatile: { ...volatile, silent }, effects: [] };
    },
    words: {
      message: (message) => {
        if (message.kind === 'heartbeat')
          return message.runs === null ? 'Heartbeat' : `Heartbeat (runs #${message.runs})`;
        if (message.kind === 'stopped') return `stopped db-0 #${message.uid}`;
        if (message.uid === null) return 'run nothing';
        return `${message.isDeleting ? 'stop' : 'run'} db-0 #${message.uid}`;
      },
      timer: (timer) =>
        timer === 'heartbeat' ? 'heartbeat timer' : `timer for node ${'?AB'[Number(timer.at(-1))] ?? timer.at(-1)}`,
      request: (request) => `${request} db-0`,
      response: (response) => response,
      role: ({ db0 }, { runs }) => {
        if (runs !== null) return `runs db-0 #${runs}`;
        if (!db0) return null;
        return `db-0 #${db0.uid} ${db0.isDeleting ? 'deleting' : db0.node === null ? 'pending' : `on ${'?AB'[db0.node] ?? db0.node}`}`;
      },
      node: (self) => (self === controlPlane ? 'Control plane' : `Node ${'?AB'[self] ?? self}`),
    },
  };
}
