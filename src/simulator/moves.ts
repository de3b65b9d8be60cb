import type { Move } from './move.ts';
import type { AnyProtocol, NodeId } from './protocol.ts';
import { isCut, type Setup, type World } from './world.ts';

/**
 * Every move that is possible now, in a fixed order: packets (deliver, drop, duplicate each), timers, requests, then
 * faults and their repair by node and by link. Shared links name a move by its place in this list.
 */
export function moves<P extends AnyProtocol>(setup: Setup<P>, world: World<P>): readonly Move<P>[] {
  const result: Move<P>[] = [];
  const { budget } = world;
  for (const packet of world.network) {
    if (canReceive(world, packet.from, packet.to)) {
      result.push({ kind: 'deliver', packet });
      if (budget.duplicates > 0) result.push({ kind: 'duplicate', packet });
    }
    if (budget.drops > 0) result.push({ kind: 'drop', packet });
  }
  world.nodes.forEach(({ status, timers }, node) => {
    if (status !== 'up') return;
    if (budget.fires > 0) for (const { timer } of timers) result.push({ kind: 'fire', node, timer });
    if (world.waiting[node] === null && (world.asked[node] ?? 0) < (setup.requests[node]?.length ?? 0))
      result.push({ kind: 'request', node });
  });
  pushNodeFaults(setup, world, result);
  pushLinkFaults(setup, world, result);
  return result;
}

/** A packet to a node that is down or paused, or over a link that is cut, waits. */
const canReceive = <P extends AnyProtocol>(world: World<P>, from: NodeId, to: NodeId): boolean =>
  world.nodes[to]?.status === 'up' && !isCut(world, from, to);

const isSheltered = <P extends AnyProtocol>(setup: Setup<P>, node: NodeId): boolean =>
  setup.sheltered?.includes(node) === true;

function pushNodeFaults<P extends AnyProtocol>(setup: Setup<P>, { nodes, budget }: World<P>, result: Move<P>[]): void {
  nodes.forEach(({ status }, node) => {
    if (budget.ticks > 0) result.push({ kind: 'tick', node });
    if (status === 'down') result.push({ kind: 'restart', node });
    if (status === 'paused') result.push({ kind: 'resume', node });
    if (status === 'down' || isSheltered(setup, node)) return;
    // A paused node may crash too: to the others it is the same.
    if (budget.crashes > 0) result.push({ kind: 'crash', node });
    if (budget.pauses > 0 && status === 'up') result.push({ kind: 'pause', node });
  });
}

function pushLinkFaults<P extends AnyProtocol>(setup: Setup<P>, world: World<P>, result: Move<P>[]): void {
  for (const between of world.cuts) result.push({ kind: 'heal', between });
  if (world.budget.cuts <= 0) return;
  for (let low = 0; low < setup.size; low++) {
    for (let high = low + 1; high < setup.size; high++) {
      if (!isCut(world, low, high)) result.push({ kind: 'cut', between: [low, high] });
    }
  }
}
