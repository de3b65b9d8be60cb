/**
 * A register of which each node keeps a copy, and the greatest timestamp wins. With hybrid logical clocks a writer's stamp
 * is greater than any it has seen; two that have not seen each other still lose one, and nobody is told. Left out:
 * tombstones, several keys, bounds on how far a clock may be off.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import type { RegisterRequest, RegisterResponse } from './register-history.ts';

export interface LastWriterWinsOptions {
  readonly broken?: LastWriterWinsBroken | undefined;
}
/** Without it the clocks are physical ones. */
export type LastWriterWinsBroken = 'ignoresSeenStamps';

/** Compared from left to right: time, count within that time, writer. */
export type Stamp = readonly [time: number, count: number, writer: NodeId];
export interface Stamped {
  readonly value: string;
  readonly stamp: Stamp;
}
export interface LastWriterWinsDurable {
  readonly register: Stamped | null;
  /** What this node's client wrote last, and what it had read then: for those who watch, not for the protocol. */
  readonly wrote: string | null;
  readonly over: string | null;
}
type LastWriterWinsMessage = { readonly kind: 'copy'; readonly register: Stamped };
export type LastWriterWins = Protocol<
  LastWriterWinsDurable,
  null,
  LastWriterWinsMessage,
  'sync',
  RegisterRequest,
  RegisterResponse
>;
type LastWriterWinsEffect = Effect<LastWriterWinsMessage, 'sync', RegisterResponse>;

const syncs: LastWriterWinsEffect = { kind: 'setTimer', timer: 'sync', least: 10, most: 15 };

/** All nodes are alike (Johnson & Thomas 1975, RFC 677, for the rule; Kulkarni et al. 2014 for hybrid logical clocks). */
export function lastWriterWins({ broken }: LastWriterWinsOptions = {}): LastWriterWins {
  /** Kulkarni et al., figure 5: never below what was seen, and close to the clock. */
  const stampAfter = (seen: Stamp | undefined, clock: number, self: NodeId): Stamp => {
    if (broken === 'ignoresSeenStamps' || !seen || clock > seen[0]) return [clock, 0, self];
    return [seen[0], seen[1] + 1, self];
  };

  return {
    name: 'Last writer wins',
    format: () => ({ register: null, wrote: null, over: null }),
    boot: () => ({ volatile: null, effects: [syncs] }),
    step: (durable, volatile, event, { self, size, clock }) => {
      const { register } = durable;
      if (event.kind === 'message') {
        return { durable: { ...durable, register: newer(register, event.message.register) }, volatile, effects: [] };
      }
      if (event.kind === 'timer') {
        const others = register ? Array.from({ length: size }, (_, node) => node).filter((node) => node !== self) : [];
        return {
          durable,
          volatile,
          effects: [
            ...others.map(
              (to) => ({ kind: 'send', to, message: { kind: 'copy', register: register as Stamped } }) as const,
            ),
            syncs,
          ],
        };
      }
      const responds = (response: RegisterResponse): LastWriterWinsEffect[] => [
        { kind: 'respond', operation: event.operation, response },
      ];
      if (event.request.kind === 'read')
        return { durable, volatile, effects: responds({ kind: 'read', value: register?.value ?? null }) };
      const { value } = event.request;
      const written = newer(register, { value, stamp: stampAfter(register?.stamp, clock, self) });
      return {
        durable: { register: written, wrote: value, over: register?.value ?? null },
        volatile,
        effects: responds({ kind: 'written' }),
      };
    },
    words: {
      message: ({ register }) => `${register.value} at ${stampText(register.stamp)}`,
      timer: () => 'sync timer',
      request: (request) => (request.kind === 'write' ? `write ${request.value}` : 'read'),
      response: (response) => (response.kind === 'read' ? (response.value ?? 'nothing') : response.kind),
      role: ({ register }) => (register ? `${register.value} at ${stampText(register.stamp)}` : null),
    },
  };
}

const stampText = ([time, count]: Stamp): string => (count > 0 ? `${time}+${count}` : `${time}`);

const isLater = ([a, b, c]: Stamp, [d, e, f]: Stamp): boolean => a > d || (a === d && (b > e || (b === e && c > f)));
const newer = (one: Stamped | null, other: Stamped): Stamped => (one && !isLater(other.stamp, one.stamp) ? one : other);

/** What each node's client would read now. */
export const values = ({ nodes }: World<LastWriterWins>): readonly (string | null)[] =>
  nodes.map(({ durable }) => durable.register?.value ?? null);

/** Whether a write was acknowledged and is now on no node, nor on its way. */
export const isLostEverywhere = ({ nodes, network }: World<LastWriterWins>, value: string): boolean =>
  nodes.some(({ durable }) => durable.wrote === value) &&
  nodes.every(({ durable }) => durable.register?.value !== value) &&
  network.every(({ message }) => message.register.value !== value);

/** A write after which nobody wrote what is held now, and its nodes: it was the latest, and no node has it. Needs the history. */
function laterWritesLost({ nodes, network, history }: World<LastWriterWins>): readonly LastWriterWinsDurable[] {
  const held = new Set(
    [...nodes.map(({ durable }) => durable.register), ...network.map(({ message }) => message.register)].map(
      (register) => register?.value,
    ),
  );
  const written = history.flatMap((event) =>
    event.kind === 'invoked' && event.request.kind === 'write'
      ? [{ node: event.node, value: event.request.value }]
      : [],
  );
  const lastHeld = written.findLastIndex(({ value }) => held.has(value));
  return written.slice(lastHeld + 1).flatMap(({ node, value }) => {
    const writer = nodes[node]?.durable;
    return writer?.wrote === value ? [writer] : [];
  });
}

const causeLoses: Invariant<World<LastWriterWins>> = {
  name: 'A write wins over what its writer had read',
  fault: ({ nodes }) => {
    const loser = nodes.find(
      ({ durable: { register, over, wrote } }) => over !== null && wrote !== over && register?.value === over,
    )?.durable;
    return loser ? `${loser.wrote} was written over ${loser.over}, and ${loser.over} is back` : null;
  },
};

const brokenRules: Record<LastWriterWinsBroken, string> = {
  ignoresSeenStamps: 'A stamp is what the node’s own clock says, even if a greater one has been seen.',
};

export const lastWriterWinsEntry: CatalogEntry<LastWriterWins> = {
  id: 'last-writer-wins',
  name: 'Last writer wins',
  source: 'Johnson & Thomas 1975, RFC 677; Kulkarni et al. 2014, Logical Physical Clocks',
  brokenRules,
  observations: {
    /** Acknowledged writes that no node has any more, though what the nodes have was written earlier. */
    laterWritesLost: (world) => laterWritesLost(world).length,
    /** Those of them whose writer had an earlier one before it when it wrote. */
    laterWritesLostThoughSeen: (world) => laterWritesLost(world).filter(({ over }) => over !== null).length,
    replicasAgree: (world) => new Set(values(world)).size === 1,
    /** What the nodes have, node by node: "x, nothing, y". */
    held: (world) =>
      values(world)
        .map((value) => value ?? 'nothing')
        .join(', '),
  },
  example: (broken) => ({
    setup: {
      protocol: lastWriterWins({ broken: broken as LastWriterWinsBroken | undefined }),
      size: 3,
      budget: { ...noFaults, ticks: 2, drops: 1, fires: 2 },
      requests: [[{ kind: 'write', value: 'x' }], [{ kind: 'write', value: 'y' }], []],
      keepsHistory: true,
    },
    timed: { link: { latency: [1, 6], loss: 0.2, duplication: 0.1 }, thinkTime: [5, 30], clockRates: [1, 0.5, 2] },
    invariants: [causeLoses],
    hasSettled: (world) => world.asked[0] === 1 && world.asked[1] === 1 && new Set(values(world)).size === 1,
  }),
};
