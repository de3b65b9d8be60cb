import type { BoardEntry, Mark } from './boards.ts';
import {
  latencyMap,
  nearestReadMs,
  overlaps,
  readMs,
  roundTripMs,
  sites,
  waitMs,
  writeMs,
  type Choice,
  type Network,
  type Placement,
} from './latency-map.ts';

const options: { readonly network: Network } = { network: 'cables' };

const nameOf = (site: number): string => sites[site] ?? '';
const inWords = (ms: number): string => (Number.isFinite(ms) ? `${ms} ms` : 'not known yet');

/** A leader and two followers among five sites, and how many replicas a write and a read wait for. */
export const latencyMapBoard: BoardEntry<Placement, Choice> = {
  id: 'latency-map',
  name: 'A map of delays',
  source: 'Microsoft 2025, Azure network round-trip latency statistics; Grigorik 2013, chapter 1',
  brokenRules: { nearestAnswers: 'The nearest replica answers a read from its own copy, which may be behind.' },
  options,
  board: (broken, _size, given) => {
    const { network } = { ...options, ...given };
    const isNearest = broken === 'nearestAnswers';
    const reads = (placement: Placement): number => (isNearest ? nearestReadMs : readMs)(network, placement);
    return {
      system: latencyMap({ choosesRead: !isNearest }),
      nodes: sites,
      bounds: [
        '5 sites, one customer at each',
        '3 replicas, one of them the leader',
        network === 'cables' ? 'round trips as measured' : 'light in a straight fibre, 200 km in a millisecond',
        'no time is lost within a site',
        'no faults',
      ],
      say: (placement, choice) => sentenceOf(network, placement, choice),
      namesOf: (choice) => [choice.kind, `${choice.kind}: ${'site' in choice ? nameOf(choice.site) : choice.replicas}`],
      observations: {
        /** Milliseconds that half of the customers’ reads and writes keep within, then the same in words. */
        readMs: reads,
        writeMs: (placement) => writeMs(network, placement),
        reads: (placement) => inWords(reads(placement)),
        writes: (placement) => inWords(writeMs(network, placement)),
        /** Whether each read meets each acknowledged write. */
        overlaps,
        leader: ({ leader }) => (leader === null ? 'nobody' : nameOf(leader)),
      },
      invariants: [],
      marks: (before, choice) => marksOf(network, before, choice),
    };
  },
};

function sentenceOf(network: Network, placement: Placement, choice: Choice): string {
  switch (choice.kind) {
    case 'lead': {
      const trips = sites.map((_, customer) => roundTripMs(network, customer, choice.site));
      return `Lead from ${nameOf(choice.site)}: customers are ${trips.toSorted((one, other) => one - other).join(', ')} ms away`;
    }
    case 'place':
      return `Put a replica in ${nameOf(choice.site)}, ${roundTripMs(network, placement.leader ?? 0, choice.site)} ms from the leader`;
    default: {
      const wait = waitMs(network, placement, choice.replicas);
      return `A ${choice.kind} waits for ${choice.replicas} of 3: ${wait} ms at the leader`;
    }
  }
}

function marksOf(network: Network, { leader, followers }: Placement, choice: Choice): readonly Mark[] {
  const first = leader ?? 0;
  switch (choice.kind) {
    case 'lead':
      return [{ kind: 'local', node: choice.site, label: 'leads' }];
    case 'place':
      return [
        { kind: 'message', from: first, to: choice.site, label: `${roundTripMs(network, first, choice.site)} ms` },
      ];
    default: {
      const asked = followers
        .toSorted((one, other) => roundTripMs(network, first, one) - roundTripMs(network, first, other))
        .slice(0, choice.replicas - 1);
      return [
        { kind: 'local', node: first, label: `${choice.kind}: ${choice.replicas} of 3` },
        ...asked.map((to): Mark => ({ kind: 'message', from: first, to, label: choice.kind })),
      ];
    }
  }
}
