/**
 * One value on N replicas: clients write to W of them and read from R (Gifford 1979; Dynamo 2007; ABD 1995). Left out:
 * many keys, read repair in the background, siblings (the larger version wins), changes of membership.
 */
import { assert } from '#base/assert.ts';
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import type { RegisterRequest, RegisterResponse } from '../register-history.ts';

export interface QuorumRegisterOptions {
  /** N, R and W. */
  readonly replicas: number;
  readonly r: number;
  readonly w: number;
  /** Whether a read stores what it found on W replicas before it answers (Attiya, Bar-Noy & Dolev 1995). */
  readonly writesBack: boolean;
  /** Whether a writer first asks R replicas for the largest version (Lynch & Shvartsman 1997). One writer alone just counts. */
  readonly asksVersion?: boolean;
  /** Nodes that stand in for replicas that do not answer, and hand off later: a sloppy quorum (Dynamo §4.6). Absent: 0. */
  readonly standIns?: number;
}

/** Larger ones win: by timestamp, then by client. */
type Version = readonly [timestamp: number, client: NodeId];
export interface Held {
  readonly version: Version;
  readonly value: string | null;
}
type Hint = Held & { readonly home: NodeId };

/** `read` also asks for versions only. `home`: for whom the receiver, or the one that has written, stands in. */
type QuorumMessage =
  | { readonly kind: 'read'; readonly operation: OperationId }
  | { readonly kind: 'value'; readonly operation: OperationId; readonly held: Held }
  | { readonly kind: 'write'; readonly operation: OperationId; readonly held: Held; readonly home: NodeId | null }
  | { readonly kind: 'written'; readonly operation: OperationId; readonly home?: NodeId }
  | { readonly kind: 'handOff' | 'handedOff'; readonly held: Held };
type QuorumTimer = 'retry' | 'handOff';

export interface QuorumDurable {
  /** A replica's value; at a client, the last it wrote. */
  readonly held: Held;
  /** A stand-in's: values to hand off, by home. */
  readonly hints: readonly Hint[];
}
/** A client's open operation. */
export interface OpenOperation {
  readonly operation: OperationId;
  readonly request: RegisterRequest;
  readonly phase: 'ask' | 'store';
  /** The newest it was told, then what it stores. */
  readonly held: Held;
  readonly heard: readonly NodeId[];
}
export interface QuorumVolatile {
  readonly open: OpenOperation | null;
}
export type QuorumRegister = Protocol<
  QuorumDurable,
  QuorumVolatile,
  QuorumMessage,
  QuorumTimer,
  RegisterRequest,
  RegisterResponse
>;
type Reaction = ReturnType<QuorumRegister['step']>;
type QuorumEffect = Effect<QuorumMessage, QuorumTimer, RegisterResponse>;

const nothing: Held = { version: [0, 0], value: null };
const compare = (one: Held, other: Held): number =>
  one.version[0] - other.version[0] || one.version[1] - other.version[1];
export const isNewer = (one: Held, other: Held = nothing): boolean => compare(one, other) > 0;

/** Replicas are the nodes from 0, then stand-ins, then clients, which coordinate their own operations. */
export function quorumRegister({
  replicas,
  r,
  w,
  writesBack,
  asksVersion = false,
  standIns = 0,
}: QuorumRegisterOptions): QuorumRegister {
  const homes = Array.from({ length: replicas }, (_, home) => home);

  /** Sends the open operation's message to every replica that has not answered; where there are stand-ins, later to them too. */
  const ask = ({ operation, phase, held, heard }: OpenOperation, isLate: boolean): QuorumEffect[] => {
    const missing = homes.filter((home) => !heard.includes(home));
    const effects = missing.map((to): QuorumEffect => ({
      kind: 'send',
      to,
      message: phase === 'ask' ? { kind: 'read', operation } : { kind: 'write', operation, held, home: null },
    }));
    if (isLate && phase === 'store') {
      missing
        .slice(0, standIns)
        .forEach((home, place) =>
          effects.push({ kind: 'send', to: replicas + place, message: { kind: 'write', operation, held, home } }),
        );
    }
    return [...effects, { kind: 'setTimer', timer: 'retry', least: 40, most: 60 }];
  };
  const begin = (durable: QuorumDurable, open: OpenOperation): Reaction => ({
    durable,
    volatile: { open },
    effects: ask(open, false),
  });

  const store = (durable: QuorumDurable, open: OpenOperation, self: NodeId): Reaction => {
    const { request } = open;
    const held: Held =
      request.kind === 'read' ? open.held : { version: [open.held.version[0] + 1, self], value: request.value };
    return begin(request.kind === 'write' ? { ...durable, held } : durable, {
      ...open,
      phase: 'store',
      held,
      heard: [],
    });
  };
  const answer = (durable: QuorumDurable, { operation, request, held }: OpenOperation): Reaction => {
    const response: RegisterResponse =
      request.kind === 'read' ? { kind: 'read', value: held.value } : { kind: 'written' };
    return {
      durable,
      volatile: { open: null },
      effects: [
        { kind: 'clearTimer', timer: 'retry' },
        { kind: 'respond', operation, response },
      ],
    };
  };

  /** A client hears from a replica, or from who stands in for it: R values make a read, W acknowledgements a write. */
  const heardFrom = (
    durable: QuorumDurable,
    before: OpenOperation,
    from: NodeId,
    told: Held | null,
    self: NodeId,
  ): Reaction => {
    const open: OpenOperation = {
      ...before,
      held: told !== null && isNewer(told, before.held) ? told : before.held,
      heard: before.heard.includes(from) ? before.heard : [...before.heard, from].sort((one, other) => one - other),
    };
    if (open.heard.length < (open.phase === 'ask' ? r : w)) return { durable, volatile: { open }, effects: [] };
    const isDone = open.phase === 'store' || (open.request.kind === 'read' && !writesBack);
    return isDone ? answer(durable, open) : store(durable, open, self);
  };

  const handOff: QuorumEffect = { kind: 'setTimer', timer: 'handOff', least: 50, most: 80 };
  const keepHint = ({ held, hints }: QuorumDurable, hint: Hint): QuorumDurable => {
    const known = hints.find(({ home }) => home === hint.home);
    const rest = hints.filter(({ home }) => home !== hint.home);
    return {
      held,
      hints: [...rest, known && isNewer(known, hint) ? known : hint].sort((one, other) => one.home - other.home),
    };
  };

  return {
    name: 'Quorum register',
    format: () => ({ held: nothing, hints: [] }),
    boot: ({ hints }) => ({ volatile: { open: null }, effects: hints.length > 0 ? [handOff] : [] }),
    step: (durable, volatile, event, { self }) => {
      const { open } = volatile;
      const still = (effects: readonly QuorumEffect[] = []): Reaction => ({ durable, volatile, effects });
      if (event.kind === 'request') {
        const { operation, request } = event;
        const begun: OpenOperation = { operation, request, phase: 'ask', held: nothing, heard: [] };
        if (request.kind === 'read' || asksVersion) return begin(durable, begun);
        return store(durable, { ...begun, held: durable.held }, self);
      }
      if (event.kind === 'timer' && event.timer === 'retry') return still(open ? ask(open, true) : []);
      if (event.kind === 'timer') {
        const sent = durable.hints.map(({ version, value, home }): QuorumEffect => ({
          kind: 'send',
          to: home,
          message: { kind: 'handOff', held: { version, value } },
        }));
        return still(sent.length > 0 ? [...sent, handOff] : []);
      }
      const { message, from } = event;
      const held =
        message.kind !== 'handOff' && message.kind !== 'write'
          ? durable.held
          : isNewer(message.held, durable.held)
            ? message.held
            : durable.held;
      switch (message.kind) {
        case 'read':
          return still([
            { kind: 'send', to: from, message: { kind: 'value', operation: message.operation, held: durable.held } },
          ]);
        case 'write': {
          const { operation, home } = message;
          const written = (by: { readonly home?: NodeId }): QuorumEffect => ({
            kind: 'send',
            to: from,
            message: { kind: 'written', operation, ...by },
          });
          if (home === null) return { durable: { ...durable, held }, volatile, effects: [written({})] };
          return {
            durable: keepHint(durable, { ...message.held, home }),
            volatile,
            effects: [written({ home }), handOff],
          };
        }
        case 'value':
          return open?.operation === message.operation && open.phase === 'ask'
            ? heardFrom(durable, open, from, message.held, self)
            : still();
        case 'written':
          return open?.operation === message.operation && open.phase === 'store'
            ? heardFrom(durable, open, message.home ?? from, null, self)
            : still();
        case 'handOff':
          return {
            durable: { ...durable, held },
            volatile,
            effects: [{ kind: 'send', to: from, message: { kind: 'handedOff', held: message.held } }],
          };
        case 'handedOff':
          return {
            durable: {
              ...durable,
              hints: durable.hints.filter((hint) => hint.home !== from || isNewer(hint, message.held)),
            },
            volatile,
            effects: [],
          };
        default:
          assert(false, 'an unknown message');
      }
    },
    words: {
      message: (message) => {
        if (message.kind === 'read') return 'Read';
        if (message.kind === 'written') return 'Written';
        const value = message.held.value ?? 'nothing';
        if (message.kind === 'value') return `Value(${value})`;
        if (message.kind === 'write')
          return message.home === null ? `Write(${value})` : `Write(${value}, for ${letter(message.home)})`;
        return message.kind === 'handOff' ? `HandOff(${value})` : 'HandedOff';
      },
      timer: (timer) => (timer === 'retry' ? 'retry timer' : 'hand-off timer'),
      request: (request) => (request.kind === 'read' ? 'read' : `write ${request.value}`),
      response: (response) => (response.kind === 'read' ? `reads ${response.value ?? 'nothing'}` : response.kind),
      role: (_, { open }) =>
        open === null
          ? null
          : open.phase === 'store'
            ? `stores ${open.held.value ?? 'nothing'}`
            : open.request.kind === 'read'
              ? 'reads'
              : 'asks for versions',
      change: (before, after) => {
        const hint = after.durable.hints.find((one) => !before.durable.hints.includes(one));
        if (hint) return `keeps ${hint.value} for ${letter(hint.home)}`;
        if (after.durable.hints.length < before.durable.hints.length) return 'forgets the hint';
        return compare(before.durable.held, after.durable.held) === 0 || after.volatile.open
          ? null
          : `holds ${after.durable.held.value}`;
      },
      node: (self) => (self < replicas + standIns ? letter(self) : `Client ${self - replicas - standIns + 1}`),
    },
  };
}

const letter = (node: NodeId): string => String.fromCharCode(65 + node);
