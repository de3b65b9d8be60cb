/**
 * A client that follows a key of etcd: it watches from a revision, and where that has been compacted it lists and watches
 * from there. Left out: the members behind the store (one node answers for all), keys other than the one, and long-lived
 * streams: each watch brings what has happened since a revision, and ends.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';

export interface EtcdWatchOptions {
  readonly broken?: EtcdWatchBroken | undefined;
}
export type EtcdWatchBroken = 'restartsFromNow';

interface Put {
  readonly revision: number;
  readonly value: number;
}
type EtcdWatchMessage =
  | { readonly kind: 'watch'; readonly from: number }
  | { readonly kind: 'events'; readonly from: number; readonly puts: readonly Put[] }
  /** `revision` is the store's own: every answer's header has it. */
  | { readonly kind: 'compacted'; readonly compactedTo: number; readonly revision: number }
  | { readonly kind: 'get' }
  | { readonly kind: 'value'; readonly revision: number; readonly value: number };
export type EtcdWatchRequest = { readonly kind: 'put'; readonly value: number } | { readonly kind: 'compact' };

export interface EtcdWatchDurable {
  /** The store's: revision 1 holds the value 0. At the client, 0. */
  readonly revision: number;
  readonly value: number;
  /** What can still be watched from: compaction keeps the latest put up to this revision, and all later ones. */
  readonly compactedTo: number;
  readonly puts: readonly Put[];
}
export interface EtcdWatchVolatile {
  /** The client's: the value it goes by, and the first revision it has not seen. */
  readonly view: number;
  readonly next: number;
}
export type EtcdWatch = Protocol<
  EtcdWatchDurable,
  EtcdWatchVolatile,
  EtcdWatchMessage,
  'poll',
  EtcdWatchRequest,
  number
>;
type Step = ReturnType<EtcdWatch['step']>;
type EtcdWatchEffect = Effect<EtcdWatchMessage, 'poll', number>;

export const store: NodeId = 0;
export const watcher: NodeId = 1;

const asks = (message: EtcdWatchMessage): EtcdWatchEffect => ({ kind: 'send', to: store, message });
const polls: EtcdWatchEffect = { kind: 'setTimer', timer: 'poll', least: 10, most: 12 };

/** Node 0 is etcd, node 1 follows a key (etcd documentation, "KV API guarantees: Watch" and "Interacting with etcd"). */
export function etcdWatch({ broken }: EtcdWatchOptions = {}): EtcdWatch {
  const atStore = (
    durable: EtcdWatchDurable,
    volatile: EtcdWatchVolatile,
    from: NodeId,
    message: EtcdWatchMessage,
  ): Step => {
    const answers = (answer: EtcdWatchMessage): Step => ({
      durable,
      volatile,
      effects: [{ kind: 'send', to: from, message: answer }],
    });
    const { revision, value, compactedTo, puts } = durable;
    if (message.kind === 'get') return answers({ kind: 'value', revision, value });
    if (message.kind !== 'watch') return { durable, volatile, effects: [] };
    if (message.from < compactedTo) return answers({ kind: 'compacted', compactedTo, revision });
    return answers({ kind: 'events', from: message.from, puts: puts.filter((put) => put.revision >= message.from) });
  };

  const atWatcher = (durable: EtcdWatchDurable, volatile: EtcdWatchVolatile, message: EtcdWatchMessage): Step => {
    const sees = (view: number, next: number): Step => ({ durable, volatile: { view, next }, effects: [] });
    const { view, next } = volatile;
    switch (message.kind) {
      case 'events': {
        const last = message.puts.at(-1);
        return message.from === next && last ? sees(last.value, last.revision + 1) : sees(view, next);
      }
      case 'compacted':
        if (message.compactedTo <= next) return sees(view, next);
        // What lies between is gone from the history, but not from the state: so it must be read.
        return broken === 'restartsFromNow'
          ? sees(view, message.revision + 1)
          : { durable, volatile, effects: [asks({ kind: 'get' })] };
      case 'value':
        return message.revision >= next ? sees(message.value, message.revision + 1) : sees(view, next);
      default:
        return sees(view, next);
    }
  };

  return {
    name: 'etcd watch',
    format: (self) => ({
      revision: self === store ? 1 : 0,
      value: 0,
      compactedTo: 0,
      puts: [{ revision: 1, value: 0 }],
    }),
    boot: (_, { self }) => ({ volatile: { view: 0, next: 2 }, effects: self === watcher ? [polls] : [] }),
    step: (durable, volatile, event, { self }) => {
      if (event.kind === 'timer')
        return { durable, volatile, effects: [asks({ kind: 'watch', from: volatile.next }), polls] };
      if (event.kind === 'message')
        return self === store
          ? atStore(durable, volatile, event.from, event.message)
          : atWatcher(durable, volatile, event.message);
      const { revision, puts } = durable;
      const respond = (response: number): EtcdWatchEffect => ({
        kind: 'respond',
        operation: event.operation,
        response,
      });
      if (event.request.kind === 'compact')
        return {
          durable: { ...durable, compactedTo: revision, puts: puts.slice(-1) },
          volatile,
          effects: [respond(revision)],
        };
      const put = { revision: revision + 1, value: event.request.value };
      return { durable: { ...durable, ...put, puts: [...puts, put] }, volatile, effects: [respond(put.revision)] };
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'watch':
            return `watch from ${message.from}`;
          case 'events':
            return message.puts.length === 0
              ? 'no news'
              : `news: ${message.puts.map(({ revision, value }) => `${value} at ${revision}`).join(', ')}`;
          case 'compacted':
            return `compacted to ${message.compactedTo}`;
          case 'get':
            return 'get';
          case 'value':
            return `${message.value} at ${message.revision}`;
        }
      },
      timer: () => 'watch timer',
      request: (request) => (request.kind === 'put' ? `put ${request.value}` : 'compact'),
      response: (revision) => `revision ${revision}`,
      role: ({ revision, value }, { view }) => (revision === 0 ? `sees ${view}` : `${value} at ${revision}`),
      node: (self) => (self === store ? 'etcd' : 'Watcher'),
    },
  };
}

/** Whether the client goes by a value that has been replaced, and does not know it: it watches from later on. */
export const missesChange = ({ nodes }: World<EtcdWatch>): boolean => {
  const held = nodes[store]?.durable;
  const seen = nodes[watcher]?.volatile;
  return held !== undefined && !!seen && seen.next > held.revision && seen.view !== held.value;
};

const missesNothing: Invariant<World<EtcdWatch>> = {
  name: 'A client that is up to date sees the latest value',
  fault: (world) => (missesChange(world) ? 'it watches from the next revision on, and has missed the last one' : null),
};

const brokenRules: Record<EtcdWatchBroken, string> = {
  restartsFromNow: 'Told “compacted”, it watches from now on, and does not list first.',
};

export const etcdWatchEntry: CatalogEntry<EtcdWatch> = {
  id: 'etcd-watch',
  name: 'etcd: watching a key',
  source: 'etcd documentation, KV API guarantees (Watch) and Interacting with etcd (compacted revisions)',
  brokenRules,
  observations: {
    /** Whether the watcher goes by an old value, and has nothing more to wait for. */
    changeMissed: missesChange,
    /** Whether it sees the value that the store has. */
    upToDate: ({ nodes }) => nodes[watcher]?.volatile?.view === nodes[store]?.durable.value,
    seen: ({ nodes }) => nodes[watcher]?.volatile?.view ?? 0,
    stored: ({ nodes }) => nodes[store]?.durable.value ?? 0,
    revision: ({ nodes }) => nodes[store]?.durable.revision ?? 0,
    /** The revision before which nothing can be watched any more; 0 for none. */
    compactedTo: ({ nodes }) => nodes[store]?.durable.compactedTo ?? 0,
  },
  example: (broken) => ({
    setup: {
      protocol: etcdWatch({ broken: broken as EtcdWatchBroken | undefined }),
      size: 2,
      budget: { ...noFaults, drops: 1, duplicates: 1, crashes: 1 },
      requests: [
        [{ kind: 'put', value: 1 }, { kind: 'put', value: 2 }, { kind: 'compact' }, { kind: 'put', value: 3 }],
        [],
      ],
      sheltered: [store],
      keepsHistory: false,
    },
    within: ({ network }) => network.length <= 2,
    bounds: ['at most two messages under way at once'],
    timed: { link: { latency: [1, 6], loss: 0.2, duplication: 0.1 }, thinkTime: [4, 12] },
    invariants: [missesNothing],
    hasSettled: ({ nodes, asked }) => asked[store] === 4 && nodes[watcher]?.volatile?.view === 3,
  }),
};
