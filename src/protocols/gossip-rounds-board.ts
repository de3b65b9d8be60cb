import type { BoardEntry } from './boards.ts';
import { allKnow, gossipRounds, type GossipRounds, type Tell } from './gossip.ts';

const letter = (node: number): string => String.fromCharCode(65 + node);

const countOf = (set: number): number => (set === 0 ? 0 : (set & 1) + countOf(set >>> 1));

/** Rounds in step: in each, all who knew tell one other, in turn. A knows at the start. */
export const gossipRoundsBoard: BoardEntry<GossipRounds, Tell> = {
  id: 'gossip-rounds',
  name: 'Gossip in rounds',
  source: 'Demers et al. 1987, Epidemic Algorithms for Replicated Database Maintenance',
  brokenRules: {},
  sizes: [8, 2, 3, 4, 5, 6, 7],
  board: (_broken, size = 8) => ({
    system: gossipRounds(size),
    nodes: Array.from({ length: size }, (_, node) => letter(node)),
    bounds: [`${size} nodes`, 'each that knew when a round began tells one other in it', 'no faults'],
    say: (_, { from, to }) => `${letter(from)} tells ${letter(to)}`,
    namesOf: ({ from, to }) => ['tell', `tell from ${letter(from)}`, `tell to ${letter(to)}`],
    observations: {
      /** Rounds that are over. */
      rounds: ({ round }) => round,
      /** Who knows by now, the current round included. */
      informed: ({ knew, told }) => countOf(knew | told),
      /** Whether all had heard when the last round ended. */
      allKnow: (state) => allKnow(size, state),
    },
    invariants: [],
    marks: (_, { from, to }) => [{ kind: 'message', from, to, label: 'rumour' }],
  }),
};
