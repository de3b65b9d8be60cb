import type { World } from '#simulator/world.ts';
import type { Raft } from './raft.ts';

/**
 * The world without answers that can change nothing any more: of a term that is over; to a server that no longer stands
 * or leads in that term, and will not do so in it again; or that tell a leader what it knows. A refused vote matters only
 * by its term.
 */
export function withoutIdleAnswers(world: World<Raft>): World<Raft> {
  const network = world.network.filter(({ from, to, message }) => {
    if (message.kind !== 'Vote' && message.kind !== 'AppendEntriesReply') return true;
    const { durable, volatile } = world.nodes[to] as World<Raft>['nodes'][number];
    if (message.term !== durable.currentTerm) return message.term > durable.currentTerm;
    if (message.kind === 'Vote') return message.voteGranted && volatile?.role === 'candidate';
    if (volatile?.role !== 'leader') return false;
    return !message.success || message.matchIndex > (volatile.matchIndex[from] as number);
  });
  return network.length === world.network.length ? world : { ...world, network };
}
