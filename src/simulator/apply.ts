/** The one transition function. Everything that ever happens to a world happens here. */
import { assert, unreachable } from '#base/assert.ts';
import { Draft } from './draft.ts';
import { Log } from './log.ts';
import type { Move } from './move.ts';
import type { AnyProtocol, Effect, NodeEvent, NodeId, MessageOf, RequestOf, ResponseOf, TimerOf } from './protocol.ts';
import type { ArmedTimer, NodeState, Packet, Setup, World } from './world.ts';

type EffectOf<P extends AnyProtocol> = Effect<MessageOf<P>, TimerOf<P>, ResponseOf<P>>;
type EventOf<P extends AnyProtocol> = NodeEvent<MessageOf<P>, TimerOf<P>, RequestOf<P>>;

/** A move's outcome, with what the node it touched wanted done: the timed driver plans from that. */
export interface Transition<P extends AnyProtocol> {
  readonly before: World<P>;
  readonly world: World<P>;
  readonly node: NodeId | null;
  readonly effects: readonly EffectOf<P>[];
}

/** Before the first move: empty disks, all nodes booted, nothing under way but what booting sent. */
export function initialWorld<P extends AnyProtocol>(setup: Setup<P>): World<P> {
  const { protocol, size, budget } = setup;
  const nodes = Array.from({ length: size }, (_, self): NodeState<P> => {
    const durable = protocol.format(self, size);
    return { status: 'down', durable, volatile: null, timers: [], clock: 0 };
  });
  const none = nodes.map(() => null);
  const world = new Draft<P>({
    nodes,
    network: [],
    cuts: [],
    budget,
    asked: nodes.map(() => 0),
    waiting: none,
    history: new Log(),
  });
  nodes.forEach((_, self) => boot(setup, world, self));
  return world;
}

export const apply = <P extends AnyProtocol>(setup: Setup<P>, world: World<P>, move: Move<P>): World<P> =>
  transition(setup, world, move).world;

/** `move` must be one of `moves(setup, world)`. */
export function transition<P extends AnyProtocol>(setup: Setup<P>, before: World<P>, move: Move<P>): Transition<P> {
  const world = new Draft(before);
  const effects = change(setup, world, move);
  return { before, world, node: effects ? nodeOfMove(move) : null, effects: effects ?? [] };
}

const nodeOfMove = <P extends AnyProtocol>(move: Move<P>): NodeId | null =>
  'packet' in move ? move.packet.to : 'node' in move ? move.node : null;

/** Makes the move; answers with what the node it touched wanted done, if it touched one. */
function change<P extends AnyProtocol>(setup: Setup<P>, world: Draft<P>, move: Move<P>): readonly EffectOf<P>[] | null {
  switch (move.kind) {
    case 'deliver':
      world.network = without(world.network, move.packet);
      return step(setup, world, move.packet.to, {
        kind: 'message',
        from: move.packet.from,
        message: move.packet.message,
      });
    case 'duplicate':
      world.spend('duplicates');
      return step(setup, world, move.packet.to, {
        kind: 'message',
        from: move.packet.from,
        message: move.packet.message,
      });
    case 'drop':
      world.spend('drops');
      world.network = without(world.network, move.packet);
      return null;
    case 'fire':
      world.spend('fires');
      return step(setup, world, move.node, { kind: 'timer', timer: move.timer });
    case 'request':
      return request(setup, world, move.node);
    case 'tick':
      world.spend('ticks');
      world.changeNode(move.node).clock++;
      return null;
    case 'crash':
      world.spend('crashes');
      Object.assign(world.changeNode(move.node), { status: 'down', volatile: null, timers: [] });
      return null;
    case 'restart':
      return boot(setup, world, move.node);
    case 'pause':
      world.spend('pauses');
      world.changeNode(move.node).status = 'paused';
      return null;
    case 'resume':
      world.changeNode(move.node).status = 'up';
      return null;
    case 'cut':
      world.spend('cuts');
      world.cuts = [...world.cuts, move.between].sort(([a, b], [c, d]) => a - c || b - d);
      return null;
    case 'heal':
      world.cuts = world.cuts.filter(([low, high]) => low !== move.between[0] || high !== move.between[1]);
      return null;
    default:
      return unreachable(move);
  }
}

function boot<P extends AnyProtocol>(setup: Setup<P>, world: Draft<P>, self: NodeId): readonly EffectOf<P>[] {
  const node = world.changeNode(self);
  const { volatile, effects } = setup.protocol.boot(node.durable, { self, size: setup.size, clock: node.clock });
  node.status = 'up';
  node.volatile = volatile;
  node.timers = [];
  carryOut(world, self, node, effects);
  return effects;
}

function step<P extends AnyProtocol>(
  setup: Setup<P>,
  world: Draft<P>,
  self: NodeId,
  event: EventOf<P>,
): readonly EffectOf<P>[] {
  const node = world.changeNode(self);
  if (event.kind === 'timer') node.timers = withoutTimer(node.timers, event.timer);
  const { durable, volatile, effects } = setup.protocol.step(node.durable, node.volatile, event, {
    self,
    size: setup.size,
    clock: node.clock,
  });
  node.durable = durable;
  node.volatile = volatile;
  carryOut(world, self, node, effects);
  return effects;
}

/** A client's next request: invoked now, in the history, and answered by a `respond`. */
function request<P extends AnyProtocol>(setup: Setup<P>, world: Draft<P>, self: NodeId): readonly EffectOf<P>[] {
  const place = world.asked[self] ?? 0;
  const asks = setup.requests[self]?.[place];
  assert(asks !== undefined, `node ${self} has nothing more to ask`);
  let operation = 0;
  for (const count of world.asked) operation += count;
  world.asked = replaced(world.asked, self, place + 1);
  world.waiting = replaced(world.waiting, self, operation);
  world.history = new Log(world.history, { kind: 'invoked', operation, node: self, request: asks });
  return step(setup, world, self, { kind: 'request', operation, request: asks });
}

function carryOut<P extends AnyProtocol>(
  world: Draft<P>,
  self: NodeId,
  node: { timers: NodeState<P>['timers'] },
  effects: readonly EffectOf<P>[],
): void {
  for (const effect of effects) {
    switch (effect.kind) {
      case 'send':
        world.network = withPacket(world.network, self, effect.to, effect.message);
        break;
      case 'setTimer':
        node.timers = withTimer(node.timers, { timer: effect.timer, least: effect.least, most: effect.most });
        break;
      case 'clearTimer':
        node.timers = withoutTimer(node.timers, effect.timer);
        break;
      case 'respond':
        if (world.waiting[self] !== effect.operation) break;
        world.waiting = replaced(world.waiting, self, null);
        world.history = new Log(world.history, {
          kind: 'returned',
          operation: effect.operation,
          node: self,
          response: effect.response,
        });
        break;
      default:
        unreachable(effect);
    }
  }
}

function withoutTimer<Timer>(timers: readonly ArmedTimer<Timer>[], unset: Timer): readonly ArmedTimer<Timer>[] {
  return timers.some(({ timer }) => timer === unset) ? timers.filter(({ timer }) => timer !== unset) : timers;
}

function withTimer<Timer extends string>(
  timers: readonly ArmedTimer<Timer>[],
  armed: ArmedTimer<Timer>,
): readonly ArmedTimer<Timer>[] {
  const result = timers.filter(({ timer }) => timer !== armed.timer);
  let place = result.length;
  while (place > 0 && (result[place - 1] as ArmedTimer<Timer>).timer > armed.timer) place--;
  result.splice(place, 0, armed);
  return result;
}

/** Puts a message among those under way, in the order of content; one that is already under way is not there twice. */
function withPacket<P extends AnyProtocol>(
  network: readonly Packet<P>[],
  from: NodeId,
  to: NodeId,
  message: MessageOf<P>,
): readonly Packet<P>[] {
  const key = `${from}>${to} ${JSON.stringify(message)}`;
  let place = network.length;
  while (place > 0 && (network[place - 1] as Packet<P>).key >= key) place--;
  if (network[place]?.key === key) return network;
  const result = network.slice();
  result.splice(place, 0, { key, from, to, message });
  return result;
}

function without<P extends AnyProtocol>(network: readonly Packet<P>[], packet: Packet<P>): readonly Packet<P>[] {
  let place = network.indexOf(packet);
  if (place < 0) place = network.findIndex(({ key }) => key === packet.key);
  const result = network.slice();
  if (place >= 0) result.splice(place, 1);
  return result;
}

function replaced<Value>(values: readonly Value[], place: number, value: Value): readonly Value[] {
  const result = values.slice();
  result[place] = value;
  return result;
}
