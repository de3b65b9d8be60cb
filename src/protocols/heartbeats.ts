/**
 * A failure detector: every node sends heartbeats, and suspects those it has not heard from for longer than a timeout on
 * its own clock. Slow and dead look the same to it. Left out: membership, gossip, suspicion by degrees (phi-accrual).
 */
import { assert } from '#base/assert.ts';
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export interface HeartbeatsOptions {
  /** How many ticks of silence make a node suspect another. */
  readonly timeout: number;
  /** How many ticks lie between two heartbeats. Absent: 1. */
  readonly interval?: number;
  /** Nodes that only watch, and send no heartbeats. */
  readonly watchers?: readonly NodeId[];
  /** Whether each wrong suspicion makes the timeout one tick longer (Chandra & Toueg 1996, figure 10). */
  readonly learns?: boolean;
  readonly broken?: HeartbeatsBroken | undefined;
}
export type HeartbeatsBroken = 'heartbeatDoesNotRestartTheWait' | 'suspicionIsForever';

/** `sentAt` is the sender's clock: the protocol never reads it, bounds on delays do. */
type Heartbeat = { readonly kind: 'heartbeat'; readonly sentAt: number };
type HeartbeatsTimer = 'heartbeat' | 'watch';

export interface Watched {
  readonly peer: NodeId;
  /** On the watcher's own clock. */
  readonly heardAt: number;
  readonly timeout: number;
  readonly isSuspected: boolean;
}
export interface HeartbeatsVolatile {
  /** When it last sent heartbeats, on its own clock. `null` for a node that only watches. */
  readonly sentAt: number | null;
  readonly watched: readonly Watched[];
}
export type Heartbeats = Protocol<null, HeartbeatsVolatile, Heartbeat, HeartbeatsTimer, null, null>;

/** The detector ◇P of Chandra and Toueg, by timeouts: suspicions are taken back, and with `learns` the errors end. */
export function heartbeats({
  timeout,
  interval = 1,
  watchers = [],
  learns = false,
  broken,
}: HeartbeatsOptions): Heartbeats {
  type HeartbeatEffect = Effect<Heartbeat, HeartbeatsTimer, null>;
  const watching: HeartbeatEffect = { kind: 'setTimer', timer: 'watch', least: 1, most: 1 };
  const peersOf = (self: NodeId, size: number) =>
    Array.from({ length: size }, (_, peer) => peer).filter((peer) => peer !== self);

  const send = (self: NodeId, size: number, clock: number): HeartbeatEffect[] => [
    ...peersOf(self, size).map((to): HeartbeatEffect => ({
      kind: 'send',
      to,
      message: { kind: 'heartbeat', sentAt: clock },
    })),
    { kind: 'setTimer', timer: 'heartbeat', least: interval, most: interval },
  ];

  /** Hearing from a suspect proves that the suspicion was wrong. */
  const heard = (one: Watched, clock: number): Watched => ({
    peer: one.peer,
    heardAt: broken === 'heartbeatDoesNotRestartTheWait' ? one.heardAt : clock,
    timeout: learns && one.isSuspected ? one.timeout + 1 : one.timeout,
    isSuspected: one.isSuspected && broken === 'suspicionIsForever',
  });

  return {
    name: 'Heartbeats',
    format: () => null,
    boot: (_, { self, size, clock }) => {
      const sends = !watchers.includes(self);
      const peers = peersOf(self, size).filter((peer) => !watchers.includes(peer));
      const watched = peers.map((peer) => ({ peer, heardAt: clock, timeout, isSuspected: false }));
      return {
        volatile: { sentAt: sends ? clock : null, watched },
        effects: [...(sends ? send(self, size, clock) : []), watching],
      };
    },
    step: (durable, volatile, event, { self, size, clock }) => {
      if (event.kind === 'timer' && event.timer === 'heartbeat') {
        return { durable, volatile: { ...volatile, sentAt: clock }, effects: send(self, size, clock) };
      }
      if (event.kind === 'timer') {
        const watched = volatile.watched.map((one) => ({
          ...one,
          isSuspected: one.isSuspected || clock - one.heardAt >= one.timeout,
        }));
        return { durable, volatile: { ...volatile, watched }, effects: [watching] };
      }
      assert(event.kind === 'message', 'nobody asks a failure detector');
      const watched = volatile.watched.map((one) => (one.peer === event.from ? heard(one, clock) : one));
      return { durable, volatile: { ...volatile, watched }, effects: [] };
    },
    words: {
      message: () => 'Heartbeat',
      timer: (timer) => (timer === 'heartbeat' ? 'heartbeat timer' : 'watch timer'),
      request: () => '',
      response: () => '',
      role: (_, { watched }) => {
        const suspects = watched.filter(({ isSuspected }) => isSuspected).map(({ peer }) => letter(peer));
        return suspects.length === 0 ? null : `suspects ${suspects.join(', ')}`;
      },
    },
  };
}

const letter = (node: NodeId): string => String.fromCharCode(65 + node);

/** Pairs of a watcher and a node that it suspects though it is not down: paused, cut off, slow, or only its messages are. */
export const wrongSuspicions = ({
  nodes,
}: World<Heartbeats>): readonly (readonly [watcher: NodeId, suspect: NodeId])[] =>
  nodes.flatMap(({ volatile }, watcher) =>
    (volatile?.watched ?? [])
      .filter(({ peer, isSuspected }) => isSuspected && nodes[peer]?.status !== 'down')
      .map(({ peer }) => [watcher, peer] as const),
  );

/** Pairs of a watcher and a dead node that it does not suspect (yet). */
export const missedDeaths = ({ nodes }: World<Heartbeats>): readonly (readonly [watcher: NodeId, dead: NodeId])[] =>
  nodes.flatMap(({ volatile }, watcher) =>
    (volatile?.watched ?? [])
      .filter(({ peer, isSuspected }) => !isSuspected && nodes[peer]?.status === 'down')
      .map(({ peer }) => [watcher, peer] as const),
  );

/**
 * Bounds that make time count: clocks tick in turn, A's first, no heartbeat longer under way than `delay` ticks of
 * its sender's clock, no running node late with its own by more than `interval`. No clock passes `horizon`.
 */
export function boundedDelays({
  delay,
  interval = 1,
  horizon,
}: {
  readonly delay: number;
  readonly interval?: number;
  readonly horizon: number;
}) {
  return ({ nodes, network }: World<Heartbeats>): boolean => {
    const clocks = nodes.map(({ clock }) => clock);
    const latest = Math.max(...clocks);
    if (latest > horizon || clocks.some((clock, node) => clock > (clocks[node - 1] ?? latest) || clock < latest - 1))
      return false;
    if (network.some(({ from, message }) => (clocks[from] ?? 0) - message.sentAt > delay)) return false;
    return nodes.every(
      ({ status, volatile, clock }) =>
        status !== 'up' || volatile === null || volatile.sentAt === null || clock - volatile.sentAt <= interval,
    );
  };
}

const strongAccuracy: Invariant<World<Heartbeats>> = {
  name: 'Strong Accuracy',
  fault: (world) => {
    const [pair] = wrongSuspicions(world);
    return pair === undefined ? null : `${letter(pair[0])} suspects ${letter(pair[1])}, which is not down`;
  },
};

/** A suspicion lasts as long as the silence, and no longer. */
const suspectsAreSilent: Invariant<World<Heartbeats>> = {
  name: 'Suspects are silent',
  fault: ({ nodes }) => {
    for (const [watcher, { volatile, clock }] of nodes.entries()) {
      const heard = volatile?.watched.find(
        ({ isSuspected, heardAt, timeout }) => isSuspected && clock - heardAt < timeout,
      );
      if (heard) return `${letter(watcher)} suspects ${letter(heard.peer)}, which it has just heard from`;
    }
    return null;
  },
};

/** In ticks: the silence that makes a suspect, how long a heartbeat may be under way, and when clocks stop. */
const options = { timeout: 5, delay: 2, horizon: 8 };

export const heartbeatsEntry: CatalogEntry<Heartbeats> = {
  id: 'heartbeats',
  name: 'Heartbeats',
  source: 'Chandra & Toueg 1996, Unreliable Failure Detectors for Reliable Distributed Systems',
  brokenRules: {
    heartbeatDoesNotRestartTheWait: 'A heartbeat does not start the wait for the next one anew.',
    suspicionIsForever: 'A suspicion is not taken back when the suspect is heard from.',
  },
  options,
  observations: {
    /** Suspicions of nodes that are not down, and dead nodes that somebody does not suspect yet. */
    wrongSuspicions: (world) => wrongSuspicions(world).length,
    missedDeaths: (world) => missedDeaths(world).length,
    /** Ticks since the watcher that has waited longest heard from its peer. */
    silence: ({ nodes }) =>
      Math.max(
        0,
        ...nodes.flatMap(({ volatile, clock }) => (volatile?.watched ?? []).map(({ heardAt }) => clock - heardAt)),
      ),
    /** What the clock that is ahead shows. */
    time: ({ nodes }) => Math.max(...nodes.map(({ clock }) => clock)),
  },
  example: (broken, _size, given) => {
    // A suspicion that is wrong from the start takes a delay beyond the bound.
    const isLate = broken === 'suspicionIsForever';
    const { timeout, delay, horizon } = { ...options, ...(isLate && { delay: 8 }), ...given };
    const setup: Setup<Heartbeats> = {
      protocol: heartbeats({ timeout, watchers: [0], broken: broken as HeartbeatsBroken | undefined }),
      size: 2,
      budget: { ...noFaults, ticks: Infinity },
      requests: [[], []],
      sheltered: [0],
      keepsHistory: false,
    };
    return {
      setup,
      within: boundedDelays({ delay, horizon }),
      bounds: [
        `no heartbeat under way longer than ${delay} ticks`,
        `clocks that tick in turn, up to ${horizon}`,
        'no node late with a heartbeat by more than a tick',
      ],
      timed: {
        link: { latency: [0.5, 2], loss: 0, duplication: 0 },
        clockRates: [1, 1],
        faults: [{ at: 20.5, move: { kind: 'crash', node: 1 } }],
      },
      invariants: isLate ? [suspectsAreSilent] : [suspectsAreSilent, strongAccuracy],
      hasSettled: (world) => wrongSuspicions(world).length === 0 && missedDeaths(world).length === 0,
    };
  },
};
