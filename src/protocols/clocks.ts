/**
 * Processes that stamp what they do with a clock of the chosen kind, and send the stamp along. Left out: clock
 * synchronisation itself, and any use of the stamps: here they are only held against what really came first.
 */
import { assert } from '#base/assert.ts';
import type { Invariant } from '#simulator/check/invariants.ts';
import type { NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import {
  compareTimestamps,
  firstTimestamp,
  mergedTimestamp,
  nextTimestamp,
  timestampText,
  type ClockKind,
  type Comparison,
  type Timestamp,
} from './timestamps.ts';

export interface ClocksOptions {
  readonly kind: ClockKind;
  readonly broken?: ClocksBroken | undefined;
}
export type ClocksBroken = 'receiptDoesNotAdvance' | 'eventsDoNotAdvance' | 'clockIsNotSaved';

/** A local event, or a message to another process. */
export interface ClockRequest {
  readonly name: string;
  readonly to: NodeId | null;
}
/** `past` is the answer key, true causality as vector time: no clock reads it. */
export interface StampedEvent {
  readonly name: string;
  readonly stamp: Timestamp;
  readonly past: Timestamp;
}
interface ClockMessage extends StampedEvent {
  readonly kind: 'note';
}
export interface ClocksDurable {
  readonly stamp: Timestamp;
  readonly events: readonly StampedEvent[];
}
export interface ClocksVolatile {
  /** The clock as it runs; the disk has a copy. */
  readonly stamp: Timestamp;
}
export type Clocks = Protocol<ClocksDurable, ClocksVolatile, ClockMessage, 'none', ClockRequest, Timestamp>;

/** A process's request is an event of its own; so is each receipt. The answer to a request is its stamp. */
export function clocks({ kind, broken }: ClocksOptions): Clocks {
  /** Stamps one event. The true past grows by it whatever the clock says. */
  const stamped = (
    name: string,
    durable: ClocksDurable,
    known: Timestamp,
    past: Timestamp,
    self: NodeId,
    clock: number,
  ) => {
    const stamp =
      broken === 'eventsDoNotAdvance' && kind !== 'physical' ? known : nextTimestamp(kind, known, self, clock);
    const happened: StampedEvent = { name, stamp, past: nextTimestamp('vector', past, self, clock) };
    return {
      happened,
      durable: { stamp: broken === 'clockIsNotSaved' ? durable.stamp : stamp, events: [...durable.events, happened] },
      volatile: { stamp },
    };
  };

  return {
    name: 'Clocks',
    format: (_, size) => ({ stamp: firstTimestamp(kind, size), events: [] }),
    boot: ({ stamp }) => ({ volatile: { stamp }, effects: [] }),
    step: (durable, { stamp }, event, { self, size, clock }) => {
      const past = durable.events.at(-1)?.past ?? firstTimestamp('vector', size);
      if (event.kind === 'request') {
        const { name, to } = event.request;
        const { happened, ...states } = stamped(name, durable, stamp, past, self, clock);
        const answer = { kind: 'respond', operation: event.operation, response: happened.stamp } as const;
        return {
          ...states,
          effects: to === null ? [answer] : [{ kind: 'send', to, message: { kind: 'note', ...happened } }, answer],
        };
      }
      assert(event.kind === 'message', 'clocks set no timers');
      const { message } = event;
      const known = broken === 'receiptDoesNotAdvance' ? stamp : mergedTimestamp(kind, stamp, message.stamp);
      const { happened: _, ...states } = stamped(
        `got ${message.name}`,
        durable,
        known,
        mergedTimestamp('vector', past, message.past),
        self,
        clock,
      );
      return { ...states, effects: [] };
    },
    words: {
      message: ({ name, stamp }) => `${name} @ ${timestampText(kind, stamp)}`,
      timer: () => '',
      request: ({ name, to }) => (to === null ? `do ${name}` : `send ${name} to ${letter(to)}`),
      response: (stamp) => `stamped ${timestampText(kind, stamp)}`,
      role: () => null,
      change: (before, after) => {
        const [news] = after.durable.events.slice(before.durable.events.length);
        return news === undefined ? null : `${news.name} @ ${timestampText(kind, news.stamp)}`;
      },
    },
  };
}

const letter = (node: NodeId): string => String.fromCharCode(65 + node);

/** Every two events, with how they truly stand to each other and how their stamps say they do. */
export function* eventPairs(kind: ClockKind, { nodes }: World<Clocks>) {
  const events = nodes.flatMap(({ durable }) => durable.events);
  for (const [place, one] of events.entries()) {
    for (const other of events.slice(place + 1)) {
      const truth = compareTimestamps('vector', one.past, other.past);
      const [first, second] = truth === 'after' ? [other, one] : [one, other];
      yield {
        first,
        second,
        truth: truth === 'after' ? 'before' : truth,
        claim: compareTimestamps(kind, first.stamp, second.stamp),
      };
    }
  }
}

/** Whether some effect bears an earlier stamp than its cause. */
export const isEffectBeforeCause = (kind: ClockKind, world: World<Clocks>): boolean =>
  [...eventPairs(kind, world)].some(({ truth, claim }) => truth === 'before' && claim === 'after');

/** Whether the stamps put in order two events of which neither knew of the other. */
export const isOrderInvented = (kind: ClockKind, world: World<Clocks>): boolean =>
  [...eventPairs(kind, world)].some(
    ({ truth, claim }) => truth === 'concurrent' && (claim === 'before' || claim === 'after'),
  );

/** The pairs of events of which `says` holds, in a world that alone tells the kind of its stamps: only a vector has a place for each node. */
const pairsThat =
  (says: (truth: Comparison, claim: Comparison) => boolean) =>
  (world: World<Clocks>): number => {
    const isVector = world.nodes.some(({ durable }) => durable.stamp.length === world.nodes.length);
    const pairs = [...eventPairs(isVector ? 'vector' : 'lamport', world)];
    return pairs.filter(({ truth, claim }) => says(truth, claim)).length;
  };

/** Lamport 1978, the Clock Condition: if a happened before b, then C(a) < C(b). */
export const clockCondition = (kind: ClockKind): Invariant<World<Clocks>> => ({
  name: 'Clock Condition',
  fault: (world) => {
    for (const { truth, claim, first, second } of eventPairs(kind, world)) {
      if (truth === 'before' && claim !== 'before')
        return `${second.name} followed from ${first.name}, and is not stamped later`;
    }
    return null;
  },
});

/** The least that one would hope for of physical clocks. */
const noEffectBeforeItsCause: Invariant<World<Clocks>> = {
  name: 'No effect before its cause',
  fault: (world) => (isEffectBeforeCause('physical', world) ? 'an effect bears an earlier time than its cause' : null),
};

/** A `ClockKind`. */
const options: { readonly kind: ClockKind } = { kind: 'lamport' };

export const clocksEntry: CatalogEntry<Clocks> = {
  id: 'clocks',
  name: 'Clocks',
  source: 'Lamport 1978, Time, Clocks, and the Ordering of Events in a Distributed System',
  brokenRules: {
    physicalClocks: 'Events are stamped with whatever the machine’s own clock shows.',
    receiptDoesNotAdvance: 'A receipt does not move the clock past the stamp of its message (IR2b).',
    eventsDoNotAdvance: 'The clock does not move between two events of one process (IR1).',
    clockIsNotSaved: 'The clock is kept in memory only: a restarted process begins anew.',
  },
  options,
  observations: {
    /** Pairs of cause and effect: stamped the wrong way round, and not stamped the right way round. */
    effectsBeforeCauses: pairsThat((truth, claim) => truth === 'before' && claim === 'after'),
    effectsNotAfterCauses: pairsThat((truth, claim) => truth === 'before' && claim !== 'before'),
    /** Pairs of which neither knew of the other, and which the stamps put in order all the same. */
    ordersInvented: pairsThat((truth, claim) => truth === 'concurrent' && (claim === 'before' || claim === 'after')),
    /** Pairs of which the stamps say anything but what is so. */
    lies: pairsThat((truth, claim) => truth !== claim),
    events: ({ nodes }) => nodes.reduce((sum, { durable }) => sum + durable.events.length, 0),
  },
  example: (broken, _size, given) => {
    const { kind } = { ...options, ...(broken === 'physicalClocks' && { kind: 'physical' as const }), ...given };
    const setup: Setup<Clocks> = {
      protocol: clocks({
        kind,
        broken: broken === 'physicalClocks' ? undefined : (broken as ClocksBroken | undefined),
      }),
      size: 3,
      budget: { ...noFaults, ticks: 2, crashes: 1 },
      requests: [
        [
          { name: 'question', to: 1 },
          { name: 'note', to: 2 },
        ],
        [{ name: 'answer', to: 2 }],
        [{ name: 'look', to: null }],
      ],
      keepsHistory: false,
    };
    return {
      setup,
      timed: { link: { latency: [2, 10], loss: 0.1, duplication: 0.1 }, thinkTime: [1, 20] },
      invariants: [kind === 'physical' ? noEffectBeforeItsCause : clockCondition(kind)],
      hasSettled: ({ waiting, network }) => network.length === 0 && waiting.every((operation) => operation === null),
    };
  },
};
