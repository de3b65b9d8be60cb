/**
 * Worlds that differ only in the names of equal nodes, counted once (Ip & Dill 1996). Nothing decides by itself that
 * nodes are equal: who switches this on says which are, and how names inside states and messages are changed. Sound
 * where the protocol treats those nodes alike, and where goals and bounds cannot tell them apart.
 */
import { assert } from '#base/assert.ts';
import { canonicalJson, canonicalOnce } from './digest.ts';
import type { AnyProtocol, DurableOf, MessageOf, NodeId, RequestOf, ResponseOf, VolatileOf } from './protocol.ts';
import type { System } from './system.ts';
import type { Move } from './move.ts';
import type { HistoryEvent, NodeState, Packet, Setup, World } from './world.ts';
import { Log } from './log.ts';

/** New names by old ones. */
export type NewName = (old: NodeId) => NodeId;

/** The same with other names of nodes in it; absent where no names are in it. Lists of names stay in order. */
export interface Renaming<P extends AnyProtocol> {
  readonly durable?: (durable: DurableOf<P>, to: NewName) => DurableOf<P>;
  readonly volatile?: (volatile: VolatileOf<P>, to: NewName) => VolatileOf<P>;
  readonly message?: (message: MessageOf<P>, to: NewName) => MessageOf<P>;
  readonly request?: (request: RequestOf<P>, to: NewName) => RequestOf<P>;
  readonly response?: (response: ResponseOf<P>, to: NewName) => ResponseOf<P>;
}

/** The system with one key for worlds that are the same but for the names of nodes within each group. Paths stay real. */
export function upToNames<P extends AnyProtocol>(
  system: System<World<P>, Move<P>>,
  setup: Setup<P>,
  groups: readonly (readonly NodeId[])[],
  renaming: Renaming<P> = {},
): System<World<P>, Move<P>> {
  for (const group of groups) assertAlike(setup, group);
  const renamings = permutations(setup.size, groups).map((names) => createRename(renaming, names));
  const textOf = canonicalOnce();
  return {
    ...system,
    // Keys of the same world are the same text, so the least is the same whichever of its namings is met.
    key: (world) =>
      renamings.map((rename) => system.key(rename(world))).reduce((least, key) => (key < least ? key : least)),
    // Which world of many is met first is chance: a digest takes the one whose text is the least.
    plain: (world) => {
      const alike = renamings.map((rename) => system.plain?.(rename(world)) ?? rename(world));
      const texts = alike.map(textOf);
      return alike[texts.indexOf(texts.reduce((least, text) => (text < least ? text : least)))];
    },
  };
}

function assertAlike<P extends AnyProtocol>({ requests, sheltered }: Setup<P>, group: readonly NodeId[]): void {
  const kinds = group.map((node) => canonicalJson([requests[node] ?? [], sheltered?.includes(node) === true]));
  assert(new Set(kinds).size <= 1, `nodes ${group.join()} are asked or sheltered differently`);
}

/** Every way to exchange names within groups: the new name of each node, by its old one. The first changes nothing. */
function permutations(size: number, groups: readonly (readonly NodeId[])[]): NodeId[][] {
  const unchanged = Array.from({ length: size }, (_, node) => node);
  return groups.reduce<NodeId[][]>(
    (all, group) =>
      all.flatMap((names) =>
        orders(group).map((order) =>
          names.map((name, node) => (group.includes(node) ? (order[group.indexOf(node)] as NodeId) : name)),
        ),
      ),
    [unchanged],
  );
}

const orders = (nodes: readonly NodeId[]): NodeId[][] =>
  nodes.length === 0
    ? [[]]
    : nodes.flatMap((first) => orders(nodes.filter((node) => node !== first)).map((rest) => [first, ...rest]));

/** Renames whole worlds; parts that worlds share are renamed once. */
function createRename<P extends AnyProtocol>(
  renaming: Renaming<P>,
  names: readonly NodeId[],
): (world: World<P>) => World<P> {
  const to: NewName = (old) => names[old] ?? old;
  const moved = <Value>(values: readonly Value[]): Value[] =>
    values.map((_, place) => values[names.indexOf(place)] as Value);
  const nodeOnce = once((node: NodeState<P>): NodeState<P> => ({
    ...node,
    durable: renaming.durable ? renaming.durable(node.durable, to) : node.durable,
    volatile: renaming.volatile && node.volatile !== null ? renaming.volatile(node.volatile, to) : node.volatile,
  }));
  const packetOnce = once((packet: Packet<P>): Packet<P> => {
    const from = to(packet.from);
    const target = to(packet.to);
    const message = renaming.message ? renaming.message(packet.message, to) : packet.message;
    return { key: `${from}>${target} ${JSON.stringify(message)}`, from, to: target, message };
  });
  const eventOf = (event: HistoryEvent<P>): HistoryEvent<P> =>
    event.kind === 'invoked'
      ? {
          ...event,
          node: to(event.node),
          request: renaming.request ? renaming.request(event.request, to) : event.request,
        }
      : {
          ...event,
          node: to(event.node),
          response: renaming.response ? renaming.response(event.response, to) : event.response,
        };
  const historyOnce = once((history: World<P>['history']): World<P>['history'] =>
    history.before ? new Log(historyOnce(history.before), eventOf(history.last as HistoryEvent<P>)) : history,
  );
  const changes = names.some((name, node) => name !== node);
  if (!changes) return (world) => world;
  return (world) => ({
    nodes: moved(world.nodes.map(nodeOnce)),
    network: world.network.map(packetOnce).sort((one, other) => (one.key < other.key ? -1 : 1)),
    cuts: world.cuts
      .map(([one, other]): [NodeId, NodeId] => (to(one) < to(other) ? [to(one), to(other)] : [to(other), to(one)]))
      .sort(([a, b], [c, d]) => a - c || b - d),
    budget: world.budget,
    asked: moved(world.asked),
    waiting: moved(world.waiting),
    history: historyOnce(world.history),
  });
}

function once<Part extends object>(rename: (part: Part) => Part): (part: Part) => Part {
  const known = new WeakMap<Part, Part>();
  return (part) => {
    const renamed = known.get(part) ?? rename(part);
    known.set(part, renamed);
    return renamed;
  };
}
