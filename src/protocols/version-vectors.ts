/**
 * A value of which each replica keeps a copy, with all its siblings: concurrent writes stay side by side until a client
 * that has read them writes over them. Replicas number the writes they take, and each sibling keeps its own number, its
 * dot. Left out: several keys, forgetting replicas, merging values without a client.
 */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { Effect, NodeId, Protocol } from '#simulator/protocol.ts';
import { noFaults, type World } from '#simulator/world.ts';
import type { CatalogEntry } from './catalog-entry.ts';

export interface VersionVectorsOptions {
  readonly broken?: VersionVectorsBroken | undefined;
}
export type VersionVectorsBroken = 'clientsShareAnId' | 'noDot';

/** How many writes of each id are known: of id `i`, those numbered 1 to `vector[i]`. */
export type VersionVector = readonly number[];
export interface Sibling {
  readonly value: string;
  /** Its dot: who numbered it, and with what. */
  readonly id: NodeId;
  readonly count: number;
}
export interface VersionVectorsDurable {
  readonly siblings: readonly Sibling[];
  /** All writes that this replica has seen, those that have been written over too. */
  readonly known: VersionVector;
}
/** What each client of this replica had read when it read last: the context of its next write. */
export interface VersionVectorsVolatile {
  readonly contexts: Readonly<Record<string, VersionVector>>;
}
type VersionVectorsMessage = { readonly kind: 'siblings' } & VersionVectorsDurable;
export type VersionVectorsRequest =
  | { readonly kind: 'read'; readonly client: string }
  | { readonly kind: 'write'; readonly client: string; readonly value: string };
/** A read answers with the siblings; a write with those that it replaced, having been read by its client. */
export interface VersionVectorsResponse {
  readonly kind: 'read' | 'written';
  readonly values: readonly string[];
}
export type VersionVectors = Protocol<
  VersionVectorsDurable,
  VersionVectorsVolatile,
  VersionVectorsMessage,
  'sync',
  VersionVectorsRequest,
  VersionVectorsResponse
>;
type VersionVectorsEffect = Effect<VersionVectorsMessage, 'sync', VersionVectorsResponse>;

const syncs: VersionVectorsEffect = { kind: 'setTimer', timer: 'sync', least: 10, most: 15 };
const covers = (vector: VersionVector, { id, count }: Sibling): boolean => (vector[id] ?? 0) >= count;

/** All nodes are replicas, each with its clients (Parker et al. 1983; Preguiça et al. 2010, dotted version vectors). */
export function versionVectors({ broken }: VersionVectorsOptions = {}): VersionVectors {
  const write = (
    { siblings, known }: VersionVectorsDurable,
    context: VersionVector,
    value: string,
    self: NodeId,
  ): VersionVectorsDurable => {
    const id = broken === 'clientsShareAnId' ? 0 : self;
    const count = (known[id] ?? 0) + 1;
    const after = known.with(id, count);
    // Without the dot, the vector of a write says that it has seen all earlier ones of its replica.
    const read = broken === 'noDot' ? context.with(id, count) : context;
    const kept = siblings.filter((sibling) => !covers(read, sibling));
    return { siblings: sorted([...kept, { value, id, count }]), known: after };
  };

  return {
    name: 'Version vectors',
    format: (_, size) => ({ siblings: [], known: Array.from({ length: size }, () => 0) }),
    boot: () => ({ volatile: { contexts: {} }, effects: [syncs] }),
    step: (durable, volatile, event, { self, size }) => {
      if (event.kind === 'message') return { durable: merge(durable, event.message), volatile, effects: [] };
      if (event.kind === 'timer') {
        const others = Array.from({ length: size }, (_, node) => node).filter(
          (node) => node !== self && durable.siblings.length > 0,
        );
        return {
          durable,
          volatile,
          effects: [
            ...others.map((to) => ({ kind: 'send', to, message: { kind: 'siblings', ...durable } }) as const),
            syncs,
          ],
        };
      }
      const { operation, request } = event;
      const responds = (kind: VersionVectorsResponse['kind'], values: readonly Sibling[]): VersionVectorsEffect[] => [
        { kind: 'respond', operation, response: { kind, values: values.map(({ value }) => value) } },
      ];
      const { client } = request;
      if (request.kind === 'read') {
        const others = Object.entries(volatile.contexts).filter(([name]) => name !== client);
        const contexts = Object.fromEntries(
          [...others, [client, durable.known] as const].sort(([one], [other]) => (one < other ? -1 : 1)),
        );
        return { durable, volatile: { contexts }, effects: responds('read', durable.siblings) };
      }
      const context = volatile.contexts[client] ?? durable.known.map(() => 0);
      const replaced = durable.siblings.filter((sibling) => covers(context, sibling));
      return {
        durable: write(durable, context, request.value, self),
        volatile,
        effects: responds('written', replaced),
      };
    },
    words: {
      message: ({ siblings }) => siblingText(siblings),
      timer: () => 'sync timer',
      request: (request) => `${request.client} ${request.kind === 'write' ? `writes ${request.value}` : 'reads'}`,
      response: ({ kind, values }) => (kind === 'written' ? kind : values.join(' | ') || 'nothing'),
      role: ({ siblings }) => siblingText(siblings) || null,
    },
  };
}

/** A sibling stays if both have it, or if the one that lacks it has never seen it. */
function merge(one: VersionVectorsDurable, other: VersionVectorsDurable): VersionVectorsDurable {
  const isIn = (siblings: readonly Sibling[], { id, count }: Sibling) =>
    siblings.some((held) => held.id === id && held.count === count);
  const mine = one.siblings.filter((sibling) => isIn(other.siblings, sibling) || !covers(other.known, sibling));
  const theirs = other.siblings.filter((sibling) => !covers(one.known, sibling));
  return {
    siblings: sorted([...mine, ...theirs]),
    known: one.known.map((count, id) => Math.max(count, other.known[id] ?? 0)),
  };
}

const sorted = (siblings: readonly Sibling[]): readonly Sibling[] =>
  siblings.toSorted((one, other) => one.id - other.id || one.count - other.count);
const siblingText = (siblings: readonly Sibling[]): string =>
  siblings.map(({ value, id, count }) => `${value} (${'ABCDEFGH'[id] ?? id}${count})`).join(' | ');

/** The values at a replica, side by side. */
export const siblingsAt = ({ nodes }: Pick<World<VersionVectors>, 'nodes'>, node: NodeId): readonly string[] =>
  nodes[node]?.durable.siblings.map(({ value }) => value) ?? [];

/** Acknowledged writes that nobody had read when they vanished from every replica. Needs the history. */
export function lostUnread({ nodes, history }: World<VersionVectors>): readonly string[] {
  const readOver = new Set(
    history.flatMap((event) =>
      event.kind === 'returned' && event.response.kind === 'written' ? event.response.values : [],
    ),
  );
  const held = new Set(nodes.flatMap(({ durable }) => durable.siblings.map(({ value }) => value)));
  return history.flatMap((event) => {
    const value = event.kind === 'returned' ? writeOf(history, event.operation) : null;
    return value === null || readOver.has(value) || held.has(value) ? [] : [value];
  });
}

/** Values side by side with one whose writer had read them and wrote over them. Needs the history. */
function falseSiblings({ nodes, history }: World<VersionVectors>): readonly string[] {
  const overwritten = history.flatMap((event) => {
    const value = event.kind === 'returned' ? writeOf(history, event.operation) : null;
    return event.kind === 'returned' && value !== null ? [{ value, over: event.response.values }] : [];
  });
  return nodes.flatMap((_, node) => {
    const held = siblingsAt({ nodes }, node);
    return held.filter((each) => overwritten.some(({ value, over }) => held.includes(value) && over.includes(each)));
  });
}

const writeOf = (history: World<VersionVectors>['history'], operation: number): string | null => {
  const invoked = history.find((event) => event.kind === 'invoked' && event.operation === operation);
  return invoked?.kind === 'invoked' && invoked.request.kind === 'write' ? invoked.request.value : null;
};

const noneLost: Invariant<World<VersionVectors>> = {
  name: 'No write is lost before a later writer has read it',
  fault: (world) => {
    const [lost] = lostUnread(world);
    return lost === undefined
      ? null
      : `${lost} was acknowledged, nobody wrote over it knowingly, and no replica has it`;
  },
};

const brokenRules: Record<VersionVectorsBroken, string> = {
  clientsShareAnId:
    'Two writers number their writes under one id, as copies of one profile would: different writes look the same.',
  noDot: 'A write’s vector counts all earlier writes of its replica as read: concurrent ones look ordered.',
};

export const versionVectorsEntry: CatalogEntry<VersionVectors> = {
  id: 'version-vectors',
  name: 'Version vectors',
  source: 'Parker et al. 1983; Preguiça et al. 2010, Dotted Version Vectors',
  brokenRules,
  observations: {
    /** The most that lie side by side at one replica. */
    siblings: ({ nodes }) => Math.max(...nodes.map(({ durable }) => durable.siblings.length)),
    replicasAgree: ({ nodes }) => new Set(nodes.map(({ durable }) => siblingText(durable.siblings))).size === 1,
    /** Acknowledged writes that nobody had read when they vanished. */
    unreadWritesLost: (world) => lostUnread(world).length,
    /** Values that lie beside one that was written over them knowingly. */
    falseSiblings: (world) => falseSiblings(world).length,
    /** What each replica has: "x | y, x". */
    held: ({ nodes }) => nodes.map((_, node) => siblingsAt({ nodes }, node).join(' | ') || 'nothing').join(', '),
  },
  example: (broken) => ({
    setup: {
      protocol: versionVectors({ broken: broken as VersionVectorsBroken | undefined }),
      size: 2,
      budget: { ...noFaults, fires: 3, drops: 1 },
      requests: [
        [
          { kind: 'write', client: 'Ann', value: 'x' },
          { kind: 'write', client: 'Bob', value: 'y' },
          { kind: 'read', client: 'Ann' },
          { kind: 'write', client: 'Ann', value: 'z' },
        ],
        [{ kind: 'write', client: 'Cy', value: 'w' }],
      ],
      keepsHistory: true,
    },
    timed: { link: { latency: [1, 6], loss: 0.2, duplication: 0.1 }, thinkTime: [5, 20] },
    invariants: [noneLost],
    hasSettled: (world) =>
      world.asked[0] === 4 && world.asked[1] === 1 && siblingsAt(world, 0).join() === siblingsAt(world, 1).join(),
  }),
};
