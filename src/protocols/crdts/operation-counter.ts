/**
 * An operation-based counter: replicas send each increment, not their state, so each must be delivered exactly once:
 * sent until it is acknowledged, and counted once by its number. Left out: causal order, which a counter does not need.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { disagreeing } from './disagreeing.ts';

export interface OperationCounterOptions {
  readonly broken?: OperationCounterBroken | undefined;
}
export type OperationCounterBroken = 'duplicatesCount' | 'lossesAreNotMended';

/** Increments are numbered by their origin, from 1. */
type OperationCounterMessage = { readonly kind: 'increment' | 'acknowledge'; readonly number: number };
export interface OperationCounterDurable {
  readonly value: number;
  /** How many increments of each origin it has delivered. */
  readonly delivered: readonly number[];
  /** How many of its own each peer has acknowledged. */
  readonly acknowledged: readonly number[];
}
export type OperationCounter = Protocol<
  OperationCounterDurable,
  null,
  OperationCounterMessage,
  'resend',
  'increment',
  null
>;
type OperationCounterEffect = Effect<OperationCounterMessage, 'resend', null>;

const resends: OperationCounterEffect = { kind: 'setTimer', timer: 'resend', least: 10, most: 15 };

/** All nodes are alike (Shapiro et al. 2011, A comprehensive study, specification 5). */
export function operationCounter({ broken }: OperationCounterOptions = {}): OperationCounter {
  /** To each peer the first increment that it has not acknowledged: they arrive in the order of their numbers. */
  const sendsNext = ({ delivered, acknowledged }: OperationCounterDurable, self: NodeId): OperationCounterEffect[] =>
    acknowledged.flatMap((count, to) =>
      to !== self && count < (delivered[self] ?? 0)
        ? [{ kind: 'send', to, message: { kind: 'increment', number: count + 1 } } as const]
        : [],
    );

  return {
    name: 'Operation-based counter',
    format: (_, size) => {
      const none = Array.from({ length: size }, () => 0);
      return { value: 0, delivered: none, acknowledged: none };
    },
    boot: () => ({ volatile: null, effects: broken === 'lossesAreNotMended' ? [] : [resends] }),
    step: (durable, volatile, event, { self }) => {
      const { value, delivered, acknowledged } = durable;
      if (event.kind === 'timer') return { durable, volatile, effects: [...sendsNext(durable, self), resends] };
      if (event.kind === 'request') {
        const after = { value: value + 1, delivered: delivered.with(self, (delivered[self] ?? 0) + 1), acknowledged };
        return {
          durable: after,
          volatile,
          effects: [...sendsNext(after, self), { kind: 'respond', operation: event.operation, response: null }],
        };
      }
      const { from, message } = event;
      const { number } = message;
      if (message.kind === 'acknowledge') {
        if (number <= (acknowledged[from] ?? 0)) return { durable, volatile, effects: [] };
        const after = { value, delivered, acknowledged: acknowledged.with(from, number) };
        return {
          durable: after,
          volatile,
          effects: sendsNext(after, self).filter((effect) => effect.kind === 'send' && effect.to === from),
        };
      }
      const known = delivered[from] ?? 0;
      const counts = number === known + 1 || (broken === 'duplicatesCount' && number <= known);
      const after = {
        value: value + (counts ? 1 : 0),
        delivered: delivered.with(from, counts ? Math.max(known, number) : known),
        acknowledged,
      };
      return {
        durable: after,
        volatile,
        effects: number > known + 1 ? [] : [{ kind: 'send', to: from, message: { kind: 'acknowledge', number } }],
      };
    },
    words: {
      message: ({ kind, number }) => (kind === 'increment' ? `increment no. ${number}` : `has no. ${number}`),
      timer: () => 'resend timer',
      request: () => 'increment',
      response: () => 'done',
      role: ({ value }) => `${value}`,
    },
  };
}

/** What a client of each replica would read now. */
export const counts = ({ nodes }: World<OperationCounter>): readonly number[] =>
  nodes.map(({ durable }) => durable.value);

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const countedOnce: Invariant<World<OperationCounter>> = {
  name: 'Each increment counts once',
  fault: ({ nodes }) => {
    const node = nodes.findIndex(({ durable }) => durable.value !== total(durable.delivered));
    const wrong = nodes[node]?.durable;
    return wrong
      ? `node ${'ABC'[node] ?? node} has heard of ${total(wrong.delivered)} increments and counts ${wrong.value}`
      : null;
  },
};

/** A promise about the future, held against each world: who could still keep it. */
const lossIsMended: Invariant<World<OperationCounter>> = {
  name: 'A lost increment is sent again',
  fault: ({ nodes, network }) => {
    if (network.length > 0 || nodes.some(({ timers }) => timers.length > 0)) return null;
    const differs = nodes.some(({ durable }) => durable.value !== nodes[0]?.durable.value);
    return differs ? 'the counters differ, and nothing more will be sent' : null;
  },
};

const brokenRules: Record<OperationCounterBroken, string> = {
  duplicatesCount: 'An increment that arrives again counts again.',
  lossesAreNotMended: 'An increment is sent once, whether it arrives or not.',
};

export const operationCounterEntry: CatalogEntry<OperationCounter> = {
  id: 'operation-counter',
  name: 'Operation-based counter',
  source: 'Shapiro et al. 2011, A comprehensive study of CRDTs, specification 5',
  brokenRules,
  observations: {
    /** Replicas that have heard of the same increments as another, and count differently. */
    disagreeingReplicas: ({ nodes }) =>
      disagreeing(
        nodes,
        ({ durable }) => durable.delivered.join(),
        ({ durable }) => `${durable.value}`,
      ),
    differentValues: (world) => new Set(counts(world)).size,
    highestCount: (world) => Math.max(...counts(world)),
    lowestCount: (world) => Math.min(...counts(world)),
  },
  example: (broken) => ({
    setup: {
      protocol: operationCounter({ broken: broken as OperationCounterBroken | undefined }),
      size: 2,
      budget: { ...noFaults, drops: 1, duplicates: 1 },
      requests: [['increment', 'increment'], ['increment']],
      keepsHistory: false,
    },
    timed: { link: { latency: [1, 6], loss: 0.2, duplication: 0.1 }, thinkTime: [2, 20] },
    invariants: [countedOnce, lossIsMended],
    hasSettled: ({ nodes }) => nodes.every(({ durable }) => durable.value === 3),
  }),
};
