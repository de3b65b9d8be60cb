/**
 * A customer asks a shop to take money, over a network that may lose the question or the answer; the customer asks again
 * when nothing comes back. Left out: deadlines that travel along, waits that grow with each try, keys that are ever forgotten.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export interface RequestResponseOptions {
  /** How often the client sends again before it gives up. */
  readonly retries: number;
  /** Whether the server answers in a second step, so that a crash or a pause can fall between the charge and the answer. */
  readonly answersLater?: boolean;
  readonly broken?: RequestResponseBroken | undefined;
}
export type RequestResponseBroken = 'noIdempotencyKey' | 'keyNotSavedWithWork';

/** `operation` and `attempt` match an answer with its call; `key` alone may tell the server that two calls are one. */
type RequestResponseMessage =
  | {
      readonly kind: 'pay';
      readonly operation: OperationId;
      readonly attempt: number;
      readonly amount: number;
      readonly key: OperationId | null;
    }
  | { readonly kind: 'paid'; readonly operation: OperationId; readonly attempt: number };
type RequestResponseTimer = 'retry' | 'finish';

export interface RequestResponseDurable {
  /** The server's: what it has taken, charge by charge. */
  readonly charges: readonly { readonly operation: OperationId; readonly amount: number }[];
  /** The server's: keys of work that is done, in order. */
  readonly keys: readonly OperationId[];
}
interface Call {
  readonly operation: OperationId;
  readonly attempt: number;
}
export interface RequestResponseVolatile {
  /** The client's open call. */
  readonly calling: (Call & { readonly amount: number }) | null;
  /** The server's: calls it has served and not yet answered. */
  readonly unanswered: readonly (Call & { readonly client: NodeId; readonly key: OperationId | null })[];
}
export type RequestResponse = Protocol<
  RequestResponseDurable,
  RequestResponseVolatile,
  RequestResponseMessage,
  RequestResponseTimer,
  number,
  'charged' | 'unknown'
>;
type Reaction = ReturnType<RequestResponse['step']>;

export const server: NodeId = 0;

/**
 * Node 0 is the server, the others are clients; a request is the amount to pay. At-least-once calls made to count once
 * by an idempotency key, kept in the same write as the charge (Saltzer, Reed & Clark 1984; Stripe's Idempotency-Key).
 */
export function requestResponse({ retries, answersLater = false, broken }: RequestResponseOptions): RequestResponse {
  const savesLater = broken === 'keyNotSavedWithWork';

  const call = ({
    operation,
    attempt,
    amount,
  }: Call & { readonly amount: number }): Effect<RequestResponseMessage, RequestResponseTimer, never>[] => [
    {
      kind: 'send',
      to: server,
      message: { kind: 'pay', operation, attempt, amount, key: broken === 'noIdempotencyKey' ? null : operation },
    },
    { kind: 'setTimer', timer: 'retry', least: 30, most: 30 },
  ];

  const callAgain = (durable: RequestResponseDurable, volatile: RequestResponseVolatile): Reaction => {
    if (volatile.calling === null) return { durable, volatile, effects: [] };
    const { operation, attempt, amount } = volatile.calling;
    if (attempt > retries)
      return {
        durable,
        volatile: { ...volatile, calling: null },
        effects: [{ kind: 'respond', operation, response: 'unknown' }],
      };
    const calling = { operation, attempt: attempt + 1, amount };
    return { durable, volatile: { ...volatile, calling }, effects: call(calling) };
  };

  /** The second step of the work: the answers, and what the first step failed to save. */
  const finish = (durable: RequestResponseDurable, volatile: RequestResponseVolatile): Reaction => ({
    durable: savesLater
      ? {
          ...durable,
          keys: withKeys(
            durable.keys,
            volatile.unanswered.map(({ key }) => key),
          ),
        }
      : durable,
    volatile: { ...volatile, unanswered: [] },
    effects: volatile.unanswered.map(({ client, operation, attempt }) => ({
      kind: 'send',
      to: client,
      message: { kind: 'paid', operation, attempt },
    })),
  });

  return {
    name: 'Request and response',
    format: () => ({ charges: [], keys: [] }),
    boot: () => ({ volatile: { calling: null, unanswered: [] }, effects: [] }),
    step: (durable, volatile, event) => {
      if (event.kind === 'request') {
        const calling = { operation: event.operation, attempt: 1, amount: event.request };
        return { durable, volatile: { ...volatile, calling }, effects: call(calling) };
      }
      if (event.kind === 'timer')
        return event.timer === 'retry' ? callAgain(durable, volatile) : finish(durable, volatile);
      const { message, from: client } = event;
      const { operation, attempt } = message;
      if (message.kind === 'paid') {
        if (volatile.calling?.operation !== operation) return { durable, volatile, effects: [] };
        return {
          durable,
          volatile: { ...volatile, calling: null },
          effects: [
            { kind: 'clearTimer', timer: 'retry' },
            { kind: 'respond', operation, response: 'charged' },
          ],
        };
      }
      const { amount, key } = message;
      const isKnown =
        key !== null && (durable.keys.includes(key) || volatile.unanswered.some((served) => served.key === key));
      const served: RequestResponseDurable = {
        charges: isKnown ? durable.charges : [...durable.charges, { operation, amount }],
        keys: isKnown || savesLater ? durable.keys : withKeys(durable.keys, [key]),
      };
      const unanswered = { ...volatile, unanswered: [...volatile.unanswered, { client, operation, attempt, key }] };
      if (!answersLater && !savesLater) return finish(served, unanswered);
      return {
        durable: served,
        volatile: unanswered,
        effects: [{ kind: 'setTimer', timer: 'finish', least: 1, most: 3 }],
      };
    },
    words: {
      message: (message) => (message.kind === 'pay' ? `Pay(${message.amount}, try ${message.attempt})` : 'Paid'),
      timer: (timer) => (timer === 'retry' ? 'retry timer' : 'timer to answer'),
      request: (amount) => `pay ${amount}`,
      response: (response) => (response === 'charged' ? 'charged' : 'cannot know'),
      role: (durable, { calling, unanswered }) => {
        if (calling) return `waits, try ${calling.attempt}`;
        if (unanswered.length > 0) return `charged ${chargedBy(durable)}, answer owed`;
        return durable.charges.length > 0 ? `charged ${chargedBy(durable)}` : null;
      },
      change: (before, after) => {
        const news = after.durable.charges.slice(before.durable.charges.length);
        return news.length === 0 ? null : `charged ${news.map(({ amount }) => amount).join(' and ')}`;
      },
      node: (self, size) => (self === server ? 'Shop' : size === 2 ? 'Customer' : `Customer ${self}`),
    },
  };
}

function withKeys(keys: readonly OperationId[], added: readonly (OperationId | null)[]): readonly OperationId[] {
  return [...new Set([...keys, ...added.filter((key) => key !== null)])].sort((one, other) => one - other);
}

const chargedBy = ({ charges }: RequestResponseDurable): number => charges.reduce((sum, { amount }) => sum + amount, 0);

/** What the server's disk says it has taken. */
export const charged = ({ nodes }: World<RequestResponse>): number => {
  const shop = nodes[server];
  return shop ? chargedBy(shop.durable) : 0;
};

/** Operations that were charged more than once. */
export const chargedTwice = ({ nodes }: World<RequestResponse>): readonly OperationId[] => {
  const operations = nodes[server]?.durable.charges.map(({ operation }) => operation) ?? [];
  return operations.filter((operation, index) => operations.indexOf(operation) < index);
};

/** Whether a client has given up, and cannot know if it was charged. Needs the history. */
export const hasGivenUp = ({ history }: World<RequestResponse>): boolean =>
  history.some((event) => event.kind === 'returned' && event.response === 'unknown');

const chargedAtMostOnce: Invariant<World<RequestResponse>> = {
  name: 'Charged at most once',
  fault: (world) => {
    const [twice] = chargedTwice(world);
    return twice === undefined ? null : `operation ${twice} was charged more than once`;
  },
};

const saidSoOnlyIfCharged: Invariant<World<RequestResponse>> = {
  name: 'Who is told "charged" was charged',
  fault: ({ nodes, history }) => {
    const told = history.find((event) => event.kind === 'returned' && event.response === 'charged');
    const isTrue =
      told === undefined || nodes[server]?.durable.charges.some(({ operation }) => operation === told.operation);
    return isTrue ? null : `operation ${told.operation} was never charged`;
  },
};

/** By the number of retries, and whether the server answers in a second step. */
const options = { retries: 2, answersLater: true };

const answerWords = { charged: 'charged', unknown: 'cannot know' } as const;

export const requestResponseEntry: CatalogEntry<RequestResponse> = {
  id: 'request-response',
  name: 'Request and response',
  source: 'Saltzer, Reed & Clark 1984, End-to-End Arguments in System Design',
  brokenRules: {
    noIdempotencyKey: 'A retry carries nothing by which the server could know it.',
    keyNotSavedWithWork: 'The key is saved in a second step, after the charge: a crash between loses it.',
  },
  options,
  observations: {
    /** How often the shop has taken money, and how much. */
    charges: ({ nodes }) => nodes[server]?.durable.charges.length ?? 0,
    amountCharged: charged,
    operationsChargedTwice: (world) => chargedTwice(world).length,
    /** How often the customer has asked for what it waits for; 0 while it waits for nothing. */
    tries: ({ nodes }) => Math.max(...nodes.map(({ volatile }) => volatile?.calling?.attempt ?? 0)),
    /** What the customer was told last: "nothing", "charged", or "cannot know" once it has given up. */
    customerKnows: ({ history }) => {
      const told = history.flatMap((event) => (event.kind === 'returned' ? [answerWords[event.response]] : []));
      return told.at(-1) ?? 'nothing';
    },
  },
  example: (broken, _size, given) => {
    const { retries, answersLater } = { ...options, ...given };
    const setup: Setup<RequestResponse> = {
      protocol: requestResponse({ retries, answersLater, broken: broken as RequestResponseBroken | undefined }),
      size: 2,
      budget: { ...noFaults, crashes: 1, drops: 1 },
      requests: [[], [20]],
      sheltered: [1],
      keepsHistory: true,
    };
    return {
      setup,
      timed: { link: { latency: [2, 10], loss: 0.3, duplication: 0.1 } },
      bounds: [`each payment tried at most ${retries === 2 ? 'three' : retries + 1} times`],
      invariants: [chargedAtMostOnce, saidSoOnlyIfCharged],
      hasSettled: ({ waiting }) => waiting.every((operation) => operation === null),
    };
  },
};
