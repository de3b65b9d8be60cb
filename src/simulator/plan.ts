/** What the timed driver means to do and when: packets under way, timers armed, clients thinking, faults to come. */
import type { Random } from '#base/random.ts';
import type { Transition } from './apply.ts';
import type { Move } from './move.ts';
import type { AnyProtocol, NodeId, TimerOf } from './protocol.ts';
import type { Link, ScheduleOptions } from './schedule.ts';
import { type ArmedTimer, isCut, type Packet, type Setup, type World } from './world.ts';

export interface Planned<P extends AnyProtocol> {
  readonly at: number;
  /** Breaks ties: what was planned first happens first. */
  readonly order: number;
  readonly move: Move<P>;
  /** The setting of its timer that a firing belongs to: a later one makes it void. */
  readonly armed: ArmedTimer<TimerOf<P>> | null;
}

export interface Plan<P extends AnyProtocol> {
  readonly start: (world: World<P>) => void;
  /** The next thing that still can happen. */
  readonly next: (world: World<P>) => Planned<P> | undefined;
  /** Plans what a move brought about. */
  readonly follow: (done: Planned<P>, transition: Transition<P>) => void;
}

export function createPlan<P extends AnyProtocol>(
  setup: Setup<P>,
  random: Random,
  options: ScheduleOptions<P>,
): Plan<P> {
  const heap: Planned<P>[] = [];
  let order = 0;
  let now = 0;

  const add = (at: number, move: Move<P>, armed: Planned<P>['armed'] = null): void =>
    push(heap, { at, order: order++, move, armed });
  const between = ([least, most]: readonly [number, number]): number => least + random() * (most - least);
  const rateOf = (node: NodeId): number => options.clockRates?.[node] ?? 1;

  const planPacket = (packet: Packet<P>): void => {
    const { latency, loss, duplication } = linkOf(options, packet.from, packet.to);
    const arrives = now + between(latency);
    if (loss > 0 && random() < loss) return add(arrives, { kind: 'drop', packet });
    if (duplication > 0 && random() < duplication) add(arrives, { kind: 'duplicate', packet });
    add(now + between(latency), { kind: 'deliver', packet });
  };
  const planTimer = (node: NodeId, armed: ArmedTimer<TimerOf<P>>): void =>
    add(
      now + (armed.least + random() * (armed.most - armed.least)) / rateOf(node),
      { kind: 'fire', node, timer: armed.timer },
      armed,
    );
  const planRequest = (node: NodeId): void =>
    add(now + between(options.thinkTime ?? [0, 0]), { kind: 'request', node });

  const planPackets = (before: readonly Packet<P>[], after: readonly Packet<P>[]): void => {
    if (before === after) return;
    // Only what was sent just now has a plan to make. Both are in the order of content: what is in both meets itself.
    let place = 0;
    for (const packet of after) {
      while (place < before.length && (before[place] as Packet<P>).key < packet.key) place++;
      if (before[place] === packet) place++;
      else planPacket(packet);
    }
  };

  const isVoid = ({ move, armed }: Planned<P>, world: World<P>): boolean => {
    switch (move.kind) {
      case 'deliver':
      case 'drop':
      case 'duplicate':
        return !world.network.includes(move.packet);
      case 'fire':
        return armed !== null && world.nodes[move.node]?.timers.includes(armed) !== true;
      case 'request':
        return (
          world.waiting[move.node] !== null || (world.asked[move.node] ?? 0) >= (setup.requests[move.node]?.length ?? 0)
        );
      case 'tick':
        return false;
      default:
        return !isPossible(move, world);
    }
  };

  /**
   * A paused node's packets, timers and client wait for it, a dead one's client too; a packet for a dead node, or over
   * a cut, is lost. So is what waited for a paused node that crashes.
   */
  const held: Planned<P>[] = [];
  const settle = (planned: Planned<P>, world: World<P>): Planned<P> | undefined => {
    const { move } = planned;
    const node =
      move.kind === 'deliver' || move.kind === 'duplicate'
        ? move.packet.to
        : move.kind === 'fire' || move.kind === 'request'
          ? move.node
          : null;
    if (node === null) return planned;
    const status = world.nodes[node]?.status;
    if (status === 'paused' || (status === 'down' && move.kind === 'request')) {
      held.push(planned);
      return undefined;
    }
    if (move.kind !== 'deliver' && move.kind !== 'duplicate') return planned;
    const isLost = status === 'down' || isCut(world, move.packet.from, move.packet.to);
    return isLost ? { ...planned, move: { kind: 'drop', packet: move.packet } } : planned;
  };

  return {
    start: (world) => {
      for (const { at, move } of options.faults ?? []) add(at, move);
      world.network.forEach(planPacket);
      world.nodes.forEach(({ timers }, node) => {
        for (const armed of timers) planTimer(node, armed);
        if ((setup.requests[node]?.length ?? 0) > 0) planRequest(node);
        if (options.clockRates) add(1 / rateOf(node), { kind: 'tick', node });
      });
    },
    next: (world) => {
      for (;;) {
        const planned = pop(heap);
        if (planned === undefined) return undefined;
        if (isVoid(planned, world)) continue;
        now = Math.max(now, planned.at);
        const settled = settle(planned, world);
        if (settled) return settled;
      }
    },
    follow: ({ move }, { world, before, node, effects }) => {
      for (const effect of effects) {
        if (node === null) break;
        if (effect.kind === 'setTimer') {
          const armed = world.nodes[node]?.timers.find(({ timer }) => timer === effect.timer);
          if (armed) planTimer(node, armed);
        }
        if (effect.kind === 'respond') planRequest(node);
      }
      planPackets(before.network, world.network);
      if (move.kind === 'tick') add(now + 1 / rateOf(move.node), move);
      if (move.kind === 'resume' || move.kind === 'restart' || move.kind === 'crash')
        for (const waited of held.splice(0)) add(now, waited.move, waited.armed);
    },
  };
}

function isPossible<P extends AnyProtocol>(move: Move<P>, world: World<P>): boolean {
  switch (move.kind) {
    case 'crash':
      return world.nodes[move.node]?.status !== 'down';
    case 'restart':
      return world.nodes[move.node]?.status === 'down';
    case 'pause':
      return world.nodes[move.node]?.status === 'up';
    case 'resume':
      return world.nodes[move.node]?.status === 'paused';
    case 'cut':
      return !isCut(world, ...move.between);
    case 'heal':
      return isCut(world, ...move.between);
    default:
      return true;
  }
}

function linkOf<P extends AnyProtocol>({ link, links }: ScheduleOptions<P>, from: NodeId, to: NodeId): Link {
  const own = links?.find(
    ({ between: [one, other] }) => (one === from && other === to) || (one === to && other === from),
  );
  return own?.link ?? link;
}

const isBefore = <P extends AnyProtocol>(one: Planned<P>, other: Planned<P>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** A binary heap in an array: the earliest first. */
function push<P extends AnyProtocol>(heap: Planned<P>[], planned: Planned<P>): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above] as Planned<P>;
    if (!isBefore(planned, parent)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = planned;
}

function pop<P extends AnyProtocol>(heap: Planned<P>[]): Planned<P> | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Planned<P>, heap[below] as Planned<P>)) below++;
    const child = heap[below] as Planned<P>;
    if (!isBefore(child, last)) break;
    heap[place] = child;
    place = below;
  }
  heap[place] = last;
  return first;
}
