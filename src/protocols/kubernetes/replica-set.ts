/**
 * A controller that keeps a number of pods alive and reads them from a cache, which a watch keeps filling. The cache has
 * a node of its own so that reading it can be seen, and has made its first list when a run begins. Left out: schedulers,
 * kubelets, owner references, and long-lived watch streams: news that shows a gap, or a timer, makes the cache list anew.
 */
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { createObject, deleteObject, objectIn, type ObjectStore } from './object-store.ts';

export interface ReplicaSetOptions {
  /** How many pods there ought to be. */
  readonly wanted: number;
  /** How many there are at the start. */
  readonly pods: number;
  readonly broken?: ReplicaSetBroken | undefined;
}
export type ReplicaSetBroken = 'readsOldCache' | 'edgeTriggered';

interface PodWrite {
  readonly verb: 'create' | 'delete';
  readonly pod: string;
}
interface PodList {
  readonly version: number;
  readonly pods: readonly string[];
}
type ReplicaSetMessage =
  | ({ readonly kind: 'event'; readonly version: number } & PodWrite)
  | { readonly kind: 'list' }
  | ({ readonly kind: 'listed' } & PodList)
  | { readonly kind: 'read' }
  | ({ readonly kind: 'cached' } & PodList)
  | ({ readonly kind: 'write' } & PodWrite)
  | ({ readonly kind: 'written'; readonly version: number } & PodWrite)
  | { readonly kind: 'news'; readonly version: number };
type ReplicaSetTimer = 'look' | 'relist' | 'retry';

export interface ReplicaSetDurable {
  /** The API server's. */
  readonly store: ObjectStore<null> | null;
  /** The controller's: how many names it has generated. A number on disk stands for the random end of a real name. */
  readonly named: number;
}
export interface ReplicaSetVolatile {
  /** The cache's. */
  readonly cache: PodList | null;
  /** The controller's: the write it waits for, and the version its last one made. */
  readonly writing: PodWrite | null;
  readonly wrote: number;
  /** The controller's, edge-triggered: news of lost pods on which it has not acted. */
  readonly owed: number;
}
export type ReplicaSet = Protocol<
  ReplicaSetDurable,
  ReplicaSetVolatile,
  ReplicaSetMessage,
  ReplicaSetTimer,
  'lose a pod',
  'lost'
>;
type Step = ReturnType<ReplicaSet['step']>;
type ReplicaSetEffect = Effect<ReplicaSetMessage, ReplicaSetTimer, 'lost'>;

export const apiServer: NodeId = 0;
export const cacheNode: NodeId = 1;
export const controller: NodeId = 2;

const sends = (to: NodeId, message: ReplicaSetMessage): ReplicaSetEffect => ({ kind: 'send', to, message });
const sets = (timer: ReplicaSetTimer, least: number, most: number): ReplicaSetEffect => ({
  kind: 'setTimer',
  timer,
  least,
  most,
});
const listOf = ({ version, objects }: ObjectStore<null>): PodList => ({
  version,
  pods: objects.map(({ name }) => name),
});
const looksAgain = sets('look', 8, 10);
const relists = sets('relist', 60, 80);

/** Three nodes. The control loop of Kubernetes (Controllers) over an informer's cache (client-go); pods get generated names. */
export function replicaSet({ wanted, pods, broken }: ReplicaSetOptions): ReplicaSet {
  const firstPods: ObjectStore<null> = {
    version: pods,
    objects: Array.from({ length: pods }, (_, index) => ({
      name: `web-${index + 1}`,
      version: index + 1,
      value: null,
    })),
  };

  /** Every watch gets the news of every write. */
  const written = (
    durable: ReplicaSetDurable,
    store: ObjectStore<null>,
    { verb, pod }: PodWrite,
  ): [ReplicaSetDurable, ReplicaSetEffect[]] => [
    { store, named: durable.named },
    store.version === durable.store?.version
      ? []
      : [sends(cacheNode, { kind: 'event', version: store.version, verb, pod })],
  ];

  const write = (
    durable: ReplicaSetDurable,
    volatile: ReplicaSetVolatile,
    verb: PodWrite['verb'],
    pod: string,
  ): Step => {
    const named = durable.named + (verb === 'create' ? 1 : 0);
    const effects = [sends(apiServer, { kind: 'write', verb, pod }), sets('retry', 30, 40)];
    return { durable: { store: null, named }, volatile: { ...volatile, writing: { verb, pod } }, effects };
  };
  const create = (durable: ReplicaSetDurable, volatile: ReplicaSetVolatile): Step =>
    write(durable, volatile, 'create', `web-${durable.named + 1}`);

  /** The loop: what is wanted, what is there, one write to close the gap. */
  const reconcile = (durable: ReplicaSetDurable, volatile: ReplicaSetVolatile, { version, pods }: PodList): Step => {
    const idle = { durable, volatile, effects: [] };
    if (volatile.writing) return idle;
    // A cache that has not seen our own last write yet says nothing about what to do next.
    if (broken !== 'readsOldCache' && version < volatile.wrote) return idle;
    if (pods.length < wanted) return create(durable, volatile);
    const last = pods.at(-1);
    return last !== undefined && pods.length > wanted ? write(durable, volatile, 'delete', last) : idle;
  };

  const atApiServer = (
    durable: ReplicaSetDurable,
    volatile: ReplicaSetVolatile,
    from: NodeId,
    message: ReplicaSetMessage,
  ): Step => {
    const store = durable.store as ObjectStore<null>;
    if (message.kind !== 'write') {
      return { durable, volatile, effects: [sends(from, { kind: 'listed', ...listOf(store) })] };
    }
    const { verb, pod } = message;
    const result = verb === 'create' ? createObject(store, pod, null) : deleteObject(store, pod);
    const [after, effects] = written(durable, result.store, message);
    // A repeated create finds its own name: the version of that pod is what the writer has to see.
    const version = objectIn(result.store, pod)?.version ?? result.store.version;
    return { durable: after, volatile, effects: [sends(from, { kind: 'written', version, verb, pod }), ...effects] };
  };

  const atCache = (
    durable: ReplicaSetDurable,
    volatile: ReplicaSetVolatile,
    from: NodeId,
    message: ReplicaSetMessage,
  ): Step => {
    const cache = volatile.cache as PodList;
    const becomes = (cache: PodList, effects: ReplicaSetEffect[] = []): Step => ({
      durable,
      volatile: { ...volatile, cache },
      effects,
    });
    if (message.kind === 'listed') {
      const { version, pods } = message;
      return version <= cache.version ? becomes(cache) : becomes({ version, pods });
    }
    if (message.kind === 'read')
      return becomes(cache, [sends(from, { kind: 'cached', version: cache.version, pods: cache.pods })]);
    if (message.kind !== 'event' || message.version <= cache.version) return becomes(cache);
    const { version, verb, pod } = message;
    if (version > cache.version + 1) return becomes(cache, [sends(apiServer, { kind: 'list' })]);
    const pods = verb === 'create' ? [...cache.pods, pod] : cache.pods.filter((name) => name !== pod);
    const tells = broken === 'edgeTriggered' && verb === 'delete';
    return becomes({ version, pods }, tells ? [sends(controller, { kind: 'news', version })] : []);
  };

  const atController = (durable: ReplicaSetDurable, volatile: ReplicaSetVolatile, message: ReplicaSetMessage): Step => {
    const { writing, wrote, owed } = volatile;
    if (message.kind === 'cached') return reconcile(durable, volatile, message);
    if (message.kind === 'news')
      return writing ? { durable, volatile: { ...volatile, owed: owed + 1 }, effects: [] } : create(durable, volatile);
    if (message.kind !== 'written' || writing?.pod !== message.pod || writing.verb !== message.verb)
      return { durable, volatile, effects: [] };
    const rested = { ...volatile, writing: null, wrote: Math.max(wrote, message.version) };
    if (owed > 0) return create(durable, { ...rested, owed: owed - 1 });
    return { durable, volatile: rested, effects: [{ kind: 'clearTimer', timer: 'retry' }] };
  };

  return {
    name: 'Kubernetes controller',
    format: (self) => ({
      store: self === apiServer ? firstPods : null,
      named: pods,
    }),
    boot: (_, { self }) => {
      const cache = self === cacheNode ? listOf(firstPods) : null;
      // Looking again though no news has come: what level-triggered means.
      const looks = self === controller && broken !== 'edgeTriggered' ? [looksAgain] : [];
      return { volatile: { cache, writing: null, wrote: 0, owed: 0 }, effects: self === cacheNode ? [relists] : looks };
    },
    step: (durable, volatile, event, { self }) => {
      if (event.kind === 'timer') {
        if (event.timer === 'relist')
          return { durable, volatile, effects: [sends(apiServer, { kind: 'list' }), relists] };
        if (event.timer === 'look')
          return {
            durable,
            volatile,
            effects: [...(volatile.writing ? [] : [sends(cacheNode, { kind: 'read' })]), looksAgain],
          };
        const again = volatile.writing && [
          sends(apiServer, { kind: 'write', ...volatile.writing }),
          sets('retry', 30, 40),
        ];
        return { durable, volatile, effects: again ?? [] };
      }
      if (event.kind === 'request') {
        const store = durable.store as ObjectStore<null>;
        const pod = store.objects[0]?.name ?? '';
        const [after, effects] = written(durable, deleteObject(store, pod).store, { verb: 'delete', pod });
        return {
          durable: after,
          volatile,
          effects: [...effects, { kind: 'respond', operation: event.operation, response: 'lost' }],
        };
      }
      if (self === apiServer) return atApiServer(durable, volatile, event.from, event.message);
      return self === cacheNode
        ? atCache(durable, volatile, event.from, event.message)
        : atController(durable, volatile, event.message);
    },
    words: {
      message: (message) => {
        const pods = 'pods' in message ? `${message.pods.length} pods (version ${message.version})` : '';
        const write = 'pod' in message ? `${message.verb} ${message.pod}` : '';
        return {
          event: `news: ${write}`,
          list: 'list pods',
          listed: pods,
          read: 'how many pods?',
          cached: pods,
          write,
          written: `done: ${write}`,
          news: 'a pod was deleted',
        }[message.kind];
      },
      timer: (timer) => ({ look: 'loop timer', relist: 'relist timer', retry: 'retry timer' })[timer],
      request: () => 'lose a pod',
      response: (response) => response,
      role: ({ store }, { cache, writing }) => {
        if (store) return `${store.objects.length} of ${wanted} pods`;
        return writing ? `waits: ${writing.verb} ${writing.pod}` : cache && `holds version ${cache.version}`;
      },
      node: (self) => ['API server', 'Its cache', 'Controller'][self] ?? '',
    },
  };
}
