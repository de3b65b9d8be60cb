/**
 * Two replicas and the link between them, a client at each: while the link is cut, a replica answers from its own copy
 * or refuses. CAP as Gilbert and Lynch prove it, at its smallest. Left out: more replicas, quorums, failing nodes.
 */
import { assert } from '#base/assert.ts';
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import { isCut, noFaults, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import {
  linearizabilityFault,
  readsAfterWrites,
  registerObservations,
  type RegisterRequest,
  type RegisterResponse,
} from './register-history.ts';

/** What a replica that hears nothing from the other may do. `either`: whoever makes the moves decides each time. */
export type Alone = 'answers' | 'refuses' | 'either';

export interface SplitLinkOptions {
  readonly alone: Alone;
}

/** A copy of the register; of two the larger count wins, then the larger replica. */
interface Held {
  readonly count: number;
  readonly writer: NodeId;
  readonly value: string | null;
}
interface Asked {
  readonly operation: OperationId;
  readonly request: RegisterRequest;
}
type SplitLinkMessage =
  | ({ readonly kind: 'ask' | 'forward' } & Asked)
  | { readonly kind: 'answer'; readonly operation: OperationId; readonly response: RegisterResponse }
  | { readonly kind: 'copy'; readonly held: Held };
type SplitLinkTimer = 'answerAlone' | 'refuse' | 'copy';

export interface SplitLinkVolatile {
  /** At replica B: what it forwarded to A. */
  readonly open: Asked | null;
}
export type SplitLink = Protocol<
  Held,
  SplitLinkVolatile,
  SplitLinkMessage,
  SplitLinkTimer,
  RegisterRequest,
  RegisterResponse
>;
type Reaction = ReturnType<SplitLink['step']>;
type SplitLinkEffect = Effect<SplitLinkMessage, SplitLinkTimer, RegisterResponse>;

const primary: NodeId = 0;
const secondary: NodeId = 1;

/** Node 0 is replica A, which decides; node 1 is replica B, which asks A; node 2 is A's client and node 3 B's. */
export function splitLink({ alone }: SplitLinkOptions): SplitLink {
  const send = (to: NodeId, message: SplitLinkMessage): SplitLinkEffect => ({ kind: 'send', to, message });
  const later = (timer: SplitLinkTimer, least: number, most: number): SplitLinkEffect => ({
    kind: 'setTimer',
    timer,
    least,
    most,
  });
  const clientOf = (replica: NodeId): NodeId => replica + 2;

  const performed = (
    held: Held,
    { request }: Asked,
    self: NodeId,
  ): { readonly held: Held; readonly response: RegisterResponse } =>
    request.kind === 'read'
      ? { held, response: { kind: 'read', value: held.value } }
      : { held: { count: held.count + 1, writer: self, value: request.value }, response: { kind: 'written' } };

  const serve = (before: Held, asked: Asked, self: NodeId, to: NodeId): Reaction => {
    const { held, response } = performed(before, asked, self);
    return {
      durable: held,
      volatile: { open: null },
      effects: [
        send(to, { kind: 'answer', operation: asked.operation, response }),
        ...(held === before || alone === 'refuses' ? [] : copies(held, self)),
      ],
    };
  };
  const copies = (held: Held, self: NodeId): SplitLinkEffect[] => [
    send(1 - self, { kind: 'copy', held }),
    later('copy', 30, 30),
  ];

  const waits: SplitLinkEffect[] = [
    ...(alone === 'refuses' ? [] : [later('answerAlone', 40, 60)]),
    ...(alone === 'answers' ? [] : [later('refuse', 40, 60)]),
  ];
  const waited: SplitLinkEffect[] = [
    { kind: 'clearTimer', timer: 'answerAlone' },
    { kind: 'clearTimer', timer: 'refuse' },
  ];

  return {
    name: 'Split link',
    format: () => ({ count: 0, writer: 0, value: null }),
    boot: () => ({ volatile: { open: null }, effects: [] }),
    step: (held, { open }, event, { self }) => {
      const still = (effects: readonly SplitLinkEffect[] = []): Reaction => ({
        durable: held,
        volatile: { open },
        effects,
      });
      if (event.kind === 'request') {
        const { operation, request } = event;
        return still([send(self - 2, { kind: 'ask', operation, request })]);
      }
      if (event.kind === 'timer') {
        if (event.timer === 'copy') return still(copies(held, self));
        if (open === null) return still();
        if (event.timer === 'answerAlone') {
          const reaction = serve(held, open, self, clientOf(self));
          return { ...reaction, effects: [...reaction.effects, ...waited] };
        }
        const refusal: SplitLinkMessage = { kind: 'answer', operation: open.operation, response: { kind: 'refused' } };
        return { durable: held, volatile: { open: null }, effects: [send(clientOf(self), refusal), ...waited] };
      }
      const { message, from } = event;
      switch (message.kind) {
        case 'ask': {
          const asked = { operation: message.operation, request: message.request };
          if (self === primary) return serve(held, asked, self, from);
          return {
            durable: held,
            volatile: { open: asked },
            effects: [send(primary, { kind: 'forward', ...asked }), ...waits],
          };
        }
        case 'forward':
          return serve(held, message, self, from);
        case 'answer': {
          const { operation, response } = message;
          if (self !== secondary) return still([{ kind: 'respond', operation, response }]);
          if (open?.operation !== operation) return still();
          return { durable: held, volatile: { open: null }, effects: [send(clientOf(self), message), ...waited] };
        }
        case 'copy':
          return { durable: isLater(message.held, held) ? message.held : held, volatile: { open }, effects: [] };
        default:
          assert(false, 'an unknown message');
      }
    },
    words: {
      message: (message) => {
        if (message.kind === 'copy') return `Copy(${message.held.value ?? 'nothing'})`;
        if (message.kind === 'answer') return `Answer(${responseText(message.response)})`;
        return `${message.kind === 'ask' ? 'Ask' : 'Forward'}(${requestText(message.request)})`;
      },
      timer: (timer) =>
        ({ answerAlone: 'timer to answer alone', refuse: 'timer to refuse', copy: 'copy timer' })[timer],
      request: requestText,
      response: responseText,
      role: (_, { open }) => (open ? 'asks A' : null),
      change: (before, after) => (before.durable.value === after.durable.value ? null : `holds ${after.durable.value}`),
      node: (self) => (self < 2 ? String.fromCharCode(65 + self) : `Client of ${String.fromCharCode(63 + self)}`),
    },
  };
}

const requestText = (request: RegisterRequest): string => (request.kind === 'read' ? 'read' : `write ${request.value}`);
const responseText = (response: RegisterResponse): string =>
  response.kind === 'read' ? (response.value ?? 'nothing') : response.kind;
const isLater = (one: Held, other: Held): boolean =>
  one.count > other.count || (one.count === other.count && one.writer > other.writer);

/** Whether the replicas cannot talk now. */
export const isSplit = (world: Pick<World<SplitLink>, 'cuts'>): boolean => isCut(world, primary, secondary);

/** A bound: all requests are made, and all answers given, while the replicas cannot talk. */
export const onlyWhileSplit = (world: World<SplitLink>): boolean => world.history.length === 0 || isSplit(world);

/** Whether every request was answered, and none refused. */
export const isAvailable = ({ history, waiting }: World<SplitLink>): boolean =>
  waiting.every((operation) => operation === null) &&
  history.every((event) => event.kind === 'invoked' || event.response.kind !== 'refused');

const linearizability: Invariant<World<SplitLink>> = { name: 'Linearizability', fault: linearizabilityFault };

/** What replica B may do alone: an `Alone`. */
const options: { readonly alone: Alone } = { alone: 'refuses' };

export const splitLinkEntry: CatalogEntry<SplitLink> = {
  id: 'split-link',
  name: 'Split link',
  source:
    'Gilbert & Lynch 2002, Brewer’s Conjecture and the Feasibility of Consistent, Available, Partition-Tolerant Web Services',
  brokenRules: { answersAlone: 'A replica that hears nothing from the other answers from its own copy.' },
  options,
  observations: {
    ...registerObservations,
    /** Reads on one side that were asked after a write on the other was acknowledged, and answered. */
    laterReads: (world) => readsAfterWrites(world).length,
    refusals: ({ history }) =>
      history.filter((event) => event.kind === 'returned' && event.response.kind === 'refused').length,
    /** Whether the replicas cannot talk now. */
    split: isSplit,
  },
  example: (broken, _size, given) => {
    const { alone } = { ...options, ...(broken === 'answersAlone' && { alone: 'answers' as const }), ...given };
    const setup: Setup<SplitLink> = {
      protocol: splitLink({ alone }),
      size: 4,
      budget: { ...noFaults, drops: 1 },
      requests: [
        [],
        [],
        [{ kind: 'write', value: 'x' }, { kind: 'read' }],
        [{ kind: 'read' }, { kind: 'write', value: 'y' }],
      ],
      sheltered: [2, 3],
      keepsHistory: true,
    };
    return {
      setup,
      timed: {
        link: { latency: [2, 10], loss: 0, duplication: 0 },
        thinkTime: [5, 30],
        faults: [
          { at: 20, move: { kind: 'cut', between: [primary, secondary] } },
          { at: 120, move: { kind: 'heal', between: [primary, secondary] } },
        ],
      },
      invariants: [linearizability],
      hasSettled: ({ waiting, history }) => waiting.every((operation) => operation === null) && history.length > 0,
    };
  },
};
