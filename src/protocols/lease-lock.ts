/**
 * A lock with a lease, and the store it is meant to protect (Kleppmann 2016, How to do distributed locking; leases: Gray
 * & Cheriton 1989; tokens: Burrows 2006, §2.4). Node 0 is the lock service, node 1 the store, the rest are clients. Left
 * out: a replicated lock service, and renewal: a client that works longer than its lease must ask again.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type Budget, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export interface LeaseLockOptions {
  /** Ticks, seconds say, that a lease lasts: by the service's clock from the grant, by the client's from when it asked. */
  readonly duration: number;
  /** The rule that is missing. */
  readonly broken?: 'noFencingToken' | undefined;
}
export type LeaseLockMessage =
  /** `asked`: the client's clock then, which the answer brings back. */
  | { readonly kind: 'Acquire'; readonly operation: OperationId; readonly asked: number }
  | { readonly kind: 'Granted'; readonly operation: OperationId; readonly asked: number; readonly token: number }
  | { readonly kind: 'Write'; readonly token: number; readonly value: string }
  | { readonly kind: 'Written' | 'Refused' | 'Release'; readonly token: number };

export interface LeaseLockDurable {
  /** The service's: the last token given out, to whom and for what, and when that lease ends; `null` when released. */
  readonly token: number;
  readonly lease: { readonly client: NodeId; readonly operation: OperationId; readonly ends: number } | null;
  /** The store's: the last write, and the highest token it has seen. */
  readonly written: { readonly token: number; readonly value: string } | null;
  readonly highest: number;
}
/** The client's. To look at the clock and to write are two steps: between them it may pause. */
export interface LeaseLockVolatile {
  readonly phase: 'idle' | 'asking' | 'holding' | 'writing';
  readonly job: { readonly operation: OperationId; readonly value: string } | null;
  readonly token: number;
  readonly ends: number;
}
type Timer = 'retry' | 'check' | 'write';
export type LeaseLock = Protocol<
  LeaseLockDurable,
  LeaseLockVolatile,
  LeaseLockMessage,
  Timer,
  string,
  'written' | 'refused'
>;
type Reaction = ReturnType<LeaseLock['step']>;
type LeaseLockEffect = Effect<LeaseLockMessage, Timer, 'written' | 'refused'>;

export const lockService: NodeId = 0;
export const store: NodeId = 1;

const idle: LeaseLockVolatile = { phase: 'idle', job: null, token: 0, ends: 0 };
const armed = (timer: Timer, least: number, most: number): LeaseLockEffect => ({
  kind: 'setTimer',
  timer,
  least,
  most,
});
const send = (to: NodeId, message: LeaseLockMessage): LeaseLockEffect => ({ kind: 'send', to, message });

export function leaseLock({ duration, broken }: LeaseLockOptions): LeaseLock {
  const ask = (durable: LeaseLockDurable, job: NonNullable<LeaseLockVolatile['job']>, clock: number): Reaction => ({
    durable,
    volatile: { ...idle, phase: 'asking', job },
    effects: [send(lockService, { kind: 'Acquire', operation: job.operation, asked: clock }), armed('retry', 1, 2)],
  });

  const answer = (
    durable: LeaseLockDurable,
    { job, token }: LeaseLockVolatile,
    response: 'written' | 'refused',
  ): Reaction => ({
    durable,
    volatile: idle,
    effects: [
      { kind: 'clearTimer', timer: 'retry' },
      send(lockService, { kind: 'Release', token }),
      ...(job ? [{ kind: 'respond', operation: job.operation, response } as const] : []),
    ],
  });

  const fire = (durable: LeaseLockDurable, volatile: LeaseLockVolatile, timer: Timer, clock: number): Reaction => {
    const { phase, job, token, ends } = volatile;
    if (job === null) return { durable, volatile, effects: [] };
    if (timer === 'check' && phase === 'holding' && clock < ends)
      return { durable, volatile: { ...volatile, phase: 'writing' }, effects: [armed('write', 0, 0.1)] };
    if (phase !== 'writing') return ask(durable, job, clock);
    return {
      durable,
      volatile,
      effects: [send(store, { kind: 'Write', token, value: job.value }), armed('retry', 1, 2)],
    };
  };

  return {
    name: 'Lock with a lease',
    format: () => ({ token: 0, lease: null, written: null, highest: 0 }),
    boot: () => ({ volatile: idle, effects: [] }),
    step: (durable, volatile, event, { clock }) => {
      const still: Reaction = { durable, volatile, effects: [] };
      if (event.kind === 'request') return ask(durable, { operation: event.operation, value: event.request }, clock);
      if (event.kind === 'timer') return fire(durable, volatile, event.timer, clock);
      const { from, message } = event;
      switch (message.kind) {
        case 'Acquire': {
          const { operation, asked } = message;
          const { lease } = durable;
          const isOwn = lease?.operation === operation;
          // Who asks again keeps its token and gets more time; anyone else waits, and asks again.
          if (lease !== null && clock < lease.ends && !isOwn) return still;
          const token = isOwn ? durable.token : durable.token + 1;
          const lent = { ...durable, token, lease: { client: from, operation, ends: clock + duration } };
          return { durable: lent, volatile, effects: [send(from, { kind: 'Granted', operation, asked, token })] };
        }
        case 'Granted': {
          if (volatile.phase !== 'asking' || volatile.job?.operation !== message.operation) return still;
          const effects = [{ kind: 'clearTimer', timer: 'retry' } as const, armed('check', 0.2, 0.4)];
          // Counted from before the question was sent: where the clocks agree, it never ends later here than at the service.
          const ends = message.asked + duration;
          return { durable, volatile: { ...volatile, phase: 'holding', token: message.token, ends }, effects };
        }
        case 'Write': {
          const { token, value } = message;
          if (token < durable.highest && broken !== 'noFencingToken')
            return { ...still, effects: [send(from, { kind: 'Refused', token })] };
          const kept = { ...durable, written: { token, value }, highest: Math.max(durable.highest, token) };
          return { durable: kept, volatile, effects: [send(from, { kind: 'Written', token })] };
        }
        case 'Written':
        case 'Refused':
          if (volatile.phase !== 'writing' || volatile.token !== message.token) return still;
          return answer(durable, volatile, message.kind === 'Written' ? 'written' : 'refused');
        case 'Release':
          return message.token === durable.token
            ? { durable: { ...durable, lease: null }, volatile, effects: [] }
            : still;
      }
    },
    words: {
      message: (message) => {
        switch (message.kind) {
          case 'Acquire':
            return 'Acquire';
          case 'Write':
            return `Write(${message.value}, token ${message.token})`;
          default:
            return `${message.kind}(token ${message.token})`;
        }
      },
      timer: (timer) => (timer === 'check' ? 'timer to look' : timer === 'write' ? 'timer to write' : 'retry timer'),
      request: (value) => `write ${value} under the lock`,
      response: (response) => response,
      role: ({ written }, { phase, token }) => {
        if (written) return `has ${written.value}, token ${written.token}`;
        return phase === 'idle' ? null : phase === 'asking' ? 'asks for the lock' : `${phase}, token ${token}`;
      },
      change: (before, after) => {
        const { lease, token } = after.durable;
        if (lease === before.durable.lease) return null;
        return lease
          ? `lends the lock to ${clientName(lease.client)}, token ${token}, until ${lease.ends}`
          : 'the lock is free';
      },
      node: (self) => (self === lockService ? 'Lock service' : self === store ? 'Store' : clientName(self)),
    },
  };
}

const clientName = (self: NodeId): string => `Client ${self - store}`;

/** Clients that believe they hold the lock now: by their own clock, or because they have just looked at it. */
export const believers = ({ nodes }: World<LeaseLock>): readonly NodeId[] =>
  nodes.flatMap(({ volatile, clock }, node) =>
    volatile?.phase === 'writing' || (volatile?.phase === 'holding' && clock < volatile.ends) ? [node] : [],
  );

function clocksApart({ nodes }: World<LeaseLock>): number {
  const clocks = nodes.filter((_, node) => node !== store).map(({ clock }) => clock);
  return Math.max(...clocks) - Math.min(...clocks);
}

/** The world without answers that come too late to be heeded: a token is given out once, and an operation is done once. */
export function withoutLateAnswers(world: World<LeaseLock>): World<LeaseLock> {
  const network = world.network.filter(({ to, message }) => {
    const { durable, volatile } = world.nodes[to] ?? {};
    switch (message.kind) {
      case 'Granted':
        return volatile?.job?.operation === message.operation;
      case 'Written':
      case 'Refused':
        return volatile?.phase === 'writing' && volatile.token === message.token;
      case 'Release':
        return durable?.token === message.token && durable.lease !== null;
      default:
        return true;
    }
  });
  return network.length === world.network.length ? world : { ...world, network };
}

/** What has landed at the store last was written under an older lease than something before it. */
const mutualExclusion: Invariant<World<LeaseLock>> = {
  name: 'Mutual exclusion at the store',
  fault: ({ nodes }) => {
    const { written = null, highest = 0 } = nodes[store]?.durable ?? {};
    return written && written.token < highest
      ? `the write of token ${written.token} landed after one of token ${highest}`
      : null;
  },
};

/** The service, the store, and a client for each value to be written. */
export const leaseLockSetup = (
  options: LeaseLockOptions,
  values: readonly string[],
  budget: Partial<Budget>,
): Setup<LeaseLock> => ({
  protocol: leaseLock(options),
  size: values.length + 2,
  budget: { ...noFaults, ...budget },
  requests: [[], [], ...values.map((value) => [value])],
  sheltered: [lockService, store],
  keepsHistory: false,
});

/** Ticks that a lease lasts. */
const options = { duration: 2 };

export const leaseLockEntry: CatalogEntry<LeaseLock> = {
  id: 'lease-lock',
  name: 'Lock with a lease',
  source: 'Kleppmann 2016, How to do distributed locking',
  brokenRules: { noFencingToken: 'The store takes every write, also one whose token is older than one it has seen.' },
  options,
  observations: {
    /** Clients that believe they hold the lock, and how many the service lends it to: never more than one. */
    believedHolders: (world) => believers(world).length,
    holders: ({ nodes }) => nodes.filter(({ durable, clock }) => durable.lease && clock < durable.lease.ends).length,
    /** By how many ticks the clocks of the service and the clients differ: none in a run that blames no clock. */
    clocksApart,
    /** Clients that have looked in time and go on to write, though by now their own clock, too, says that the lease is over. */
    overstayers: ({ nodes }) =>
      nodes.filter(({ volatile, clock }) => volatile?.phase === 'writing' && clock >= volatile.ends).length,
    /** How often it was lent, which is the newest token. */
    tokensLent: ({ nodes }) => nodes[lockService]?.durable.token ?? 0,
    /** What the store has now: "nothing", or a value. */
    stored: ({ nodes }) => nodes[store]?.durable.written?.value ?? 'nothing',
    /** Whether the last write that landed is of an older token than one before it. */
    oldWriteAfterNew: (world) => mutualExclusion.fault(world) !== null,
  },
  example: (broken, _size, given) => ({
    setup: leaseLockSetup({ ...options, ...given, broken: broken as LeaseLockOptions['broken'] }, ['x', 'y'], {
      ticks: 2,
      fires: 4,
    }),
    withoutIdle: withoutLateAnswers,
    timed: {
      link: { latency: [0.1, 0.3], loss: 0.1, duplication: 0.1 },
      faults: [
        { at: 1, move: { kind: 'pause', node: 2 } },
        { at: 6, move: { kind: 'resume', node: 2 } },
      ],
      thinkTime: [0, 0.5],
      clockRates: [1, 1, 1, 1],
    },
    invariants: [mutualExclusion],
    hasSettled: ({ waiting, asked, nodes }) =>
      asked.every((count, node) => node <= store || count > 0) &&
      waiting.every((operation) => operation === null) &&
      nodes[store]?.durable.written != null,
  }),
};
