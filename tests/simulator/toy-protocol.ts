import type { Protocol } from '#simulator/protocol.ts';
import { noFaults, type Setup } from '#simulator/world.ts';

/** A counter on node 0 that the others add to: small, but it uses every effect, both kinds of state, and a clock. */
export type ToyMessage =
  | { readonly kind: 'add'; readonly operation: number; readonly amount: number }
  | { readonly kind: 'added'; readonly operation: number; readonly total: number };
export interface ToyDurable {
  readonly total: number;
  /** What each operation was answered: a repeated `add` is answered the same, not counted again. */
  readonly answers: readonly { readonly operation: number; readonly total: number }[];
}
export interface ToyVolatile {
  readonly open: { readonly operation: number; readonly amount: number } | null;
  readonly tries: number;
}
export type Toy = Protocol<ToyDurable, ToyVolatile, ToyMessage, 'retry', number, number>;

const SERVER = 0;

/** `broken: 'countsTwice'` leaves out the rule that a repeated `add` is not counted again. */
export function toy({ broken }: { readonly broken?: 'countsTwice' } = {}): Toy {
  const memory: ToyVolatile = { open: null, tries: 0 };
  return {
    name: 'Toy counter',
    format: () => ({ total: 0, answers: [] }),
    boot: () => ({ volatile: memory, effects: [] }),
    step: (durable, volatile, event) => {
      if (event.kind === 'request') {
        const open = { operation: event.operation, amount: event.request };
        return {
          durable,
          volatile: { open, tries: 1 },
          effects: [
            { kind: 'send', to: SERVER, message: { kind: 'add', ...open } },
            { kind: 'setTimer', timer: 'retry', least: 20, most: 30 },
          ],
        };
      }
      if (event.kind === 'timer') {
        if (volatile.open === null) return { durable, volatile, effects: [] };
        const effects = [
          { kind: 'send', to: SERVER, message: { kind: 'add', ...volatile.open } } as const,
          { kind: 'setTimer', timer: 'retry', least: 20, most: 30 } as const,
        ];
        return { durable, volatile: { open: volatile.open, tries: Math.min(3, volatile.tries + 1) }, effects };
      }
      const { from, message } = event;
      if (message.kind === 'added') {
        if (volatile.open?.operation !== message.operation) return { durable, volatile, effects: [] };
        return {
          durable,
          volatile: memory,
          effects: [
            { kind: 'clearTimer', timer: 'retry' },
            { kind: 'respond', operation: message.operation, response: message.total },
          ],
        };
      }
      const { operation, amount } = message;
      const known =
        broken === 'countsTwice' ? undefined : durable.answers.find((answer) => answer.operation === operation);
      const answer = known ?? { operation, total: durable.total + amount };
      const after = known ? durable : { total: answer.total, answers: [...durable.answers, answer] };
      return { durable: after, volatile, effects: [{ kind: 'send', to: from, message: { kind: 'added', ...answer } }] };
    },
    words: {
      message: (message) => (message.kind === 'add' ? `Add(${message.amount})` : `Added(total ${message.total})`),
      timer: () => 'retry timer',
      request: (amount) => `add ${amount}`,
      response: (total) => `the total is ${total}`,
      role: (_, volatile) => (volatile.open ? `waits, try ${volatile.tries}` : null),
      change: (before, after) => (before.durable.total === after.durable.total ? null : `total ${after.durable.total}`),
      node: (self) => (self === SERVER ? 'Counter' : `Client ${self}`),
    },
  };
}

/** The counter and its clients, each of which adds once. */
export function toySetup(
  clients: number,
  changes: Partial<Setup<Toy>> & { readonly broken?: 'countsTwice' } = {},
): Setup<Toy> {
  const { broken, ...rest } = changes;
  return {
    protocol: toy(broken === undefined ? {} : { broken }),
    size: clients + 1,
    budget: noFaults,
    requests: [[], ...Array.from({ length: clients }, (_, client) => [client + 1])],
    keepsHistory: false,
    ...rest,
  };
}
