/**
 * Copies of a controller that elect a leader by an object, the Lease, as client-go's leaderelection does: it keeps two
 * from winning one Lease, not from acting at once, since nothing that the leader touches is fenced. Left out: releasing
 * the Lease on the way out, the leader's work, jitter.
 */
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { updateObject, type ObjectStore } from './object-store.ts';

export interface LeaseElectionOptions {
  readonly broken?: LeaseElectionBroken | undefined;
}
export type LeaseElectionBroken = 'versionIsNotCompared';

export interface LeaseRecord {
  readonly holder: NodeId | null;
  /** leaseTransitions: how often it has changed hands. */
  readonly transitions: number;
}
interface Observed {
  readonly version: number;
  readonly record: LeaseRecord;
}
type LeaseElectionMessage =
  | { readonly kind: 'get' }
  | ({ readonly kind: 'lease' } & Observed)
  | { readonly kind: 'put'; readonly version: number; readonly record: LeaseRecord }
  | { readonly kind: 'put-done'; readonly status: 200 | 404 | 409; readonly now: Observed };
type LeaseElectionTimer = 'retry' | 'expired' | 'deadline';

export interface LeaseElectionDurable {
  /** The API server's. */
  readonly store: ObjectStore<LeaseRecord> | null;
}
export interface LeaseElectionVolatile {
  /** The Lease as the candidate saw it last. */
  readonly observed: Observed | null;
  /** Whether it has seen no change of the Lease for a whole leaseDuration of its own clock. */
  readonly isExpired: boolean;
  /** The transition by which it leads; `null` while it does not. */
  readonly leads: number | null;
}
/** Nobody asks anything of it: a client's words are there for the type alone. */
export type LeaseElection = Protocol<
  LeaseElectionDurable,
  LeaseElectionVolatile,
  LeaseElectionMessage,
  LeaseElectionTimer,
  string,
  string
>;
type Step = ReturnType<LeaseElection['step']>;
type LeaseElectionEffect = Effect<LeaseElectionMessage, LeaseElectionTimer, string>;

export const apiServer: NodeId = 0;

const sends = (to: NodeId, message: LeaseElectionMessage): LeaseElectionEffect => ({ kind: 'send', to, message });
const retries: LeaseElectionEffect = { kind: 'setTimer', timer: 'retry', least: 2, most: 3 };
/** client-go's defaults are 15, 10 and 2 seconds: leaseDuration, renewDeadline, retryPeriod. */
const expires: LeaseElectionEffect = { kind: 'setTimer', timer: 'expired', least: 15, most: 15 };
const deadline: LeaseElectionEffect = { kind: 'setTimer', timer: 'deadline', least: 10, most: 10 };

/** Node 0 is the API server, the others are candidates (client-go, tools/leaderelection; Kubernetes: Leases). */
export function leaseElection({ broken }: LeaseElectionOptions = {}): LeaseElection {
  const atApiServer = (
    durable: LeaseElectionDurable,
    volatile: LeaseElectionVolatile,
    from: NodeId,
    message: LeaseElectionMessage,
  ): Step => {
    const store = durable.store as ObjectStore<LeaseRecord>;
    if (message.kind === 'get')
      return { durable, volatile, effects: [sends(from, { kind: 'lease', ...observedIn(store) })] };
    if (message.kind !== 'put') return { durable, volatile, effects: [] };
    const expected = broken === 'versionIsNotCompared' ? null : message.version;
    const written = updateObject(store, 'lease', message.record, expected);
    const done = { kind: 'put-done', status: written.status, now: observedIn(written.store) } as const;
    return { durable: { store: written.store }, volatile, effects: [sends(from, done)] };
  };

  /** What it does every retryPeriod: renew what it leads by, take what has expired, else look. */
  const tries = (durable: LeaseElectionDurable, volatile: LeaseElectionVolatile, self: NodeId): Step => {
    const { observed, isExpired, leads } = volatile;
    const isFree = observed !== null && (observed.record.holder === null || isExpired);
    if (!observed || (leads === null && !isFree))
      return { durable, volatile, effects: [sends(apiServer, { kind: 'get' }), retries] };
    const record = { holder: self, transitions: observed.record.transitions + (leads === null ? 1 : 0) };
    return {
      durable,
      volatile,
      effects: [sends(apiServer, { kind: 'put', version: observed.version, record }), retries],
    };
  };

  /** A changed Lease starts the wait for its expiry anew: versions are compared, never the clocks of two machines. */
  const observes = (
    durable: LeaseElectionDurable,
    volatile: LeaseElectionVolatile,
    { version, record }: Observed,
    self: NodeId,
  ): Step => {
    if (volatile.observed && version <= volatile.observed.version) return { durable, volatile, effects: [] };
    const isOwn = record.holder === self;
    const effects: LeaseElectionEffect[] = isOwn
      ? [deadline, { kind: 'clearTimer', timer: 'expired' }]
      : [expires, { kind: 'clearTimer', timer: 'deadline' }];
    return {
      durable,
      volatile: { observed: { version, record }, isExpired: false, leads: isOwn ? record.transitions : null },
      effects,
    };
  };

  const atCandidate = (
    durable: LeaseElectionDurable,
    volatile: LeaseElectionVolatile,
    message: LeaseElectionMessage,
    self: NodeId,
  ): Step => {
    if (message.kind === 'lease') return observes(durable, volatile, message, self);
    return message.kind === 'put-done'
      ? observes(durable, volatile, message.now, self)
      : { durable, volatile, effects: [] };
  };

  return {
    name: 'Kubernetes Lease',
    format: (self) => ({
      store:
        self === apiServer
          ? { version: 1, objects: [{ name: 'lease', version: 1, value: { holder: null, transitions: 0 } }] }
          : null,
    }),
    boot: (_, { self }) => ({
      volatile: { observed: null, isExpired: false, leads: null },
      effects: self === apiServer ? [] : [retries],
    }),
    step: (durable, volatile, event, { self }) => {
      if (event.kind === 'message') {
        return self === apiServer
          ? atApiServer(durable, volatile, event.from, event.message)
          : atCandidate(durable, volatile, event.message, self);
      }
      if (event.kind === 'request') return { durable, volatile, effects: [] };
      if (event.timer === 'retry') return tries(durable, volatile, self);
      if (event.timer === 'expired') return { durable, volatile: { ...volatile, isExpired: true }, effects: [] };
      // It could not renew in time: it stops leading, and waits like the others.
      return { durable, volatile: { ...volatile, leads: null }, effects: [expires] };
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'get':
            return 'get Lease';
          case 'lease':
            return `Lease: ${recordWords(message.record)}`;
          case 'put':
            return `put Lease if ${message.version}`;
          default:
            return message.status === 200 ? `200 (version ${message.now.version})` : '409 Conflict';
        }
      },
      timer: (timer) => ({ retry: 'retry timer', expired: 'lease timer', deadline: 'renewal timer' })[timer],
      request: (request) => request,
      response: (response) => response,
      role: ({ store }, { leads }) =>
        store ? `Lease: ${recordWords(observedIn(store).record)}` : leads === null ? null : 'leads',
      node: (self) => (self === apiServer ? 'API server' : `Copy ${self}`),
    },
  };
}

const observedIn = ({ objects }: ObjectStore<LeaseRecord>): Observed => {
  const lease = objects[0];
  return { version: lease?.version ?? 0, record: lease?.value ?? { holder: null, transitions: 0 } };
};

const recordWords = ({ holder }: LeaseRecord): string => (holder === null ? 'free' : `copy ${holder}`);
