import type { Observations } from '#protocols/catalog-entry.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { Setup, World } from '#simulator/world.ts';

/** What is seen of any world, whatever its protocol. */
export function worldObservations({ budget }: Setup<AnyProtocol>): Observations<World<AnyProtocol>> {
  const asked = (world: World<AnyProtocol>): number => world.asked.reduce((sum, count) => sum + count, 0);
  const waiting = (world: World<AnyProtocol>): number => world.waiting.filter((operation) => operation !== null).length;
  return {
    packets: ({ network }) => network.length,
    'requests asked': asked,
    'operations answered': (world) => asked(world) - waiting(world),
    'operations waiting': waiting,
    up: ({ nodes }) => nodes.filter(({ status }) => status === 'up').length,
    cuts: ({ cuts }) => cuts.length,
    crashes: (world) => budget.crashes - world.budget.crashes,
    losses: (world) => budget.drops - world.budget.drops,
    copies: (world) => budget.duplicates - world.budget.duplicates,
    pauses: (world) => budget.pauses - world.budget.pauses,
    ticks: (world) => budget.ticks - world.budget.ticks,
  };
}
