/**
 * A rumour spread by pushing it: each node that knows it tells one other each round. Which one is chance, and so the
 * world's: every target has a timer, and the first to fire is told. Left out: pulling, anti-entropy over many updates.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import type { System } from '#simulator/system.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export interface GossipOptions {
  readonly broken?: GossipBroken | undefined;
}
export type GossipBroken = 'losesInterest';

type GossipMessage = { readonly kind: 'rumour' } | { readonly kind: 'known' };
type GossipTimer = 'round' | `tell ${NodeId}`;
export interface GossipDurable {
  readonly knows: boolean;
}
export interface GossipVolatile {
  /** How many rounds it has told in; it stops counting at 9. */
  readonly rounds: number;
  /** Whether it still tells. */
  readonly tells: boolean;
}
export type Gossip = Protocol<GossipDurable, GossipVolatile, GossipMessage, GossipTimer, string, string>;
type GossipEffect = Effect<GossipMessage, GossipTimer, string>;

const PERIOD = 10;

/** Node 0 knows the rumour at the start (Demers et al. 1987, §1.3–1.4: anti-entropy goes on, rumour mongering may stop). */
export function gossip({ broken }: GossipOptions = {}): Gossip {
  const others = (self: NodeId, size: number): NodeId[] =>
    Array.from({ length: size }, (_, node) => node).filter((node) => node !== self);
  const chooses = (self: NodeId, size: number): GossipEffect[] =>
    others(self, size).map((node) => ({ kind: 'setTimer', timer: `tell ${node}`, least: 0, most: PERIOD / 2 }));

  return {
    name: 'Gossip',
    format: (self) => ({ knows: self === 0 }),
    boot: ({ knows }, { self, size }) => ({
      volatile: { rounds: 0, tells: knows },
      effects: knows ? chooses(self, size) : [],
    }),
    step: (durable, volatile, event, { self, size }) => {
      if (event.kind === 'request') return { durable, volatile, effects: [] };
      if (event.kind === 'timer') {
        if (!volatile.tells) return { durable, volatile, effects: [] };
        if (event.timer === 'round') return { durable, volatile, effects: chooses(self, size) };
        // One target a round: the other choices are void.
        const dropped = others(self, size).map((node) => ({ kind: 'clearTimer', timer: `tell ${node}` }) as const);
        const to = Number(event.timer.slice('tell '.length));
        const effects: GossipEffect[] = [
          ...dropped,
          { kind: 'send', to, message: { kind: 'rumour' } },
          { kind: 'setTimer', timer: 'round', least: PERIOD, most: PERIOD },
        ];
        return { durable, volatile: { ...volatile, rounds: Math.min(9, volatile.rounds + 1) }, effects };
      }
      if (event.message.kind === 'known') return { durable, volatile: { ...volatile, tells: false }, effects: [] };
      if (!durable.knows)
        return {
          durable: { knows: true },
          volatile: { ...volatile, tells: true },
          effects: [{ kind: 'setTimer', timer: 'round', least: PERIOD / 2, most: PERIOD }],
        };
      return {
        durable,
        volatile,
        effects: broken === 'losesInterest' ? [{ kind: 'send', to: event.from, message: { kind: 'known' } }] : [],
      };
    },
    words: {
      message: ({ kind }) => (kind === 'rumour' ? 'the rumour' : 'I know it'),
      timer: (timer) =>
        timer === 'round' ? 'round timer' : `timer to tell ${letter(Number(timer.slice('tell '.length)))}`,
      request: (request) => request,
      response: (response) => response,
      role: ({ knows }, { tells }) => (knows ? (tells ? 'knows' : 'knows, and rests') : null),
      node: letter,
    },
  };
}

const letter = (node: NodeId): string => String.fromCharCode(65 + node);

/** How many have heard. */
export const informed = ({ nodes }: World<Gossip>): number => nodes.filter(({ durable }) => durable.knows).length;

/** A promise about the future, held against each world: somebody can still keep it. */
const doesNotDie: Invariant<World<Gossip>> = {
  name: 'The rumour does not die before all have heard it',
  fault: (world) => {
    const isAlive = world.network.length > 0 || world.nodes.some(({ volatile }) => volatile?.tells);
    return isAlive || informed(world) === world.nodes.length
      ? null
      : `${informed(world)} of ${world.nodes.length} have heard it, and nobody tells it any more`;
  },
};

const brokenRules: Record<GossipBroken, string> = {
  losesInterest: 'Who tells somebody that knew already stops telling: some may never hear.',
};

export const gossipEntry: CatalogEntry<Gossip> = {
  id: 'gossip',
  name: 'Gossip',
  source: 'Demers et al. 1987, Epidemic Algorithms for Replicated Database Maintenance',
  brokenRules,
  sizes: [3, 2, 4, 5, 6, 7, 8],
  observations: {
    informed,
    /** Those who know it and still tell it. */
    tellers: ({ nodes }) => nodes.filter(({ volatile }) => volatile?.tells).length,
    /** The most rounds that a node has told in. */
    rounds: ({ nodes }) => Math.max(...nodes.map(({ volatile }) => volatile?.rounds ?? 0)),
  },
  example: (broken, size = 3) => ({
    setup: {
      protocol: gossip({ broken: broken as GossipBroken | undefined }),
      size,
      budget: { ...noFaults, drops: 1 },
      requests: Array.from({ length: size }, () => []),
      keepsHistory: false,
    },
    within: ({ nodes, network }) => network.length <= 2 && nodes.every(({ volatile }) => (volatile?.rounds ?? 0) <= 2),
    bounds: ['at most two messages under way at once', 'two rounds of telling for each node'],
    timed: { link: { latency: [1, 3], loss: 0.2, duplication: 0.1 } },
    invariants: [doesNotDie],
    hasSettled: (world) => informed(world) === world.nodes.length,
  }),
};

/** Rounds in step, written by hand: in each, every node that knew the rumour when it began tells one other. */
export interface GossipRounds {
  readonly round: number;
  /** Who knew when the round began, and who has been told since, each as a set of bits. */
  readonly knew: number;
  readonly told: number;
  /** The node that chooses next: they choose in turn, since the order within a round makes no difference. */
  readonly chooser: NodeId;
}
export interface Tell {
  readonly from: NodeId;
  readonly to: NodeId;
}

/** At best the knowers double each round. At most 30 nodes; node 0 knows at the start. */
export function gossipRounds(size: number): System<GossipRounds, Tell> {
  const nodes = Array.from({ length: size }, (_, node) => node);
  const has = (set: number, node: NodeId): boolean => ((set >> node) & 1) === 1;
  return {
    init: () => ({ round: 0, knew: 1, told: 0, chooser: 0 }),
    key: ({ round, knew, told, chooser }) => `${round} ${knew} ${told} ${chooser}`,
    moves: ({ chooser }) => nodes.filter((node) => node !== chooser).map((to) => ({ from: chooser, to })),
    apply: ({ round, knew, told: before, chooser }, { to }) => {
      const told = has(knew, to) ? before : before | (1 << to);
      const next = nodes.find((node) => node > chooser && has(knew, node));
      return next === undefined
        ? { round: round + 1, knew: knew | told, told: 0, chooser: 0 }
        : { round, knew, told, chooser: next };
    },
  };
}

/** Whether all have heard by the end of a round. */
export const allKnow = (size: number, { knew }: GossipRounds): boolean => knew === 2 ** size - 1;
