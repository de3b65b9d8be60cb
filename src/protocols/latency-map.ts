/**
 * Where to put the copies of some data, and how many of them to wait for: five sites, a customer at each, three replicas
 * of which one leads. Reads and writes go through the leader, which waits for its fastest. Left out: faults, work that
 * takes time, and answers that are slow now and then.
 */
import { assert } from '#base/assert.ts';
import type { System } from '#simulator/system.ts';

/** Where customers are, and replicas may be. */
export const sites = ['California', 'Virginia', 'Ireland', 'Singapore', 'Tokyo'] as const;

const REPLICAS = 3;

/** `cables`: as measured. `light`: what a straight fibre would need. */
export type Network = 'cables' | 'light';

/** As chosen so far, in this order; replicas are in the order of the sites. */
export interface Placement {
  readonly leader: number | null;
  readonly followers: readonly number[];
  /** How many replicas, the leader among them, have to have a write before it is acknowledged, or to be asked for a read. */
  readonly write: number | null;
  readonly read: number | null;
}

export type Choice =
  | { readonly kind: 'lead' | 'place'; readonly site: number }
  | { readonly kind: 'write' | 'read'; readonly replicas: number };

/**
 * Milliseconds there and back, row by row. Medians of 30 days to 29 June 2025 between West US, East US, North Europe,
 * Southeast Asia and Japan East, the larger of the two directions (Microsoft, Azure network round-trip latency statistics).
 */
const measuredMs = [
  [0, 74, 140, 171, 108],
  [74, 0, 74, 223, 165],
  [140, 74, 0, 166, 233],
  [171, 223, 166, 0, 73],
  [108, 165, 233, 73, 0],
];

/** Great circles between San Francisco, Washington, Dublin, Singapore and Tokyo. */
const kilometres = [
  [0, 3919, 8177, 13_582, 8272],
  [3919, 0, 5443, 15_539, 10_905],
  [8177, 5443, 0, 11_199, 9585],
  [13_582, 15_539, 11_199, 0, 5314],
  [8272, 10_905, 9585, 5314, 0],
];

/** Light in glass: 200 km in a millisecond (Grigorik 2013, chapter 1), there and back. */
const KILOMETRES_AND_BACK_A_MS = 100;

/** A round trip in milliseconds; light’s rounded down, in favour of whoever hopes. Within a site it takes no time. */
export function roundTripMs(network: Network, from: number, to: number): number {
  const distances = network === 'cables' ? measuredMs : kilometres;
  const distance = distances[from]?.[to];
  assert(distance !== undefined, 'both are sites');
  return network === 'cables' ? distance : Math.floor(distance / KILOMETRES_AND_BACK_A_MS);
}

/** The leader, two followers, W and R, chosen one after the other. Where any replica answers reads, nobody chooses R. */
export function latencyMap({ choosesRead }: { readonly choosesRead: boolean }): System<Placement, Choice> {
  const all = sites.map((_, site) => site);
  const counts = Array.from({ length: REPLICAS }, (_, place) => place + 1);
  return {
    init: () => ({ leader: null, followers: [], write: null, read: null }),
    key: ({ leader, followers, write, read }) => `${leader} ${followers.join()} ${write} ${read}`,
    moves: ({ leader, followers, write, read }) => {
      if (leader === null) return all.map((site) => ({ kind: 'lead', site }));
      if (followers.length < REPLICAS - 1)
        return all
          .filter((site) => site !== leader && !followers.includes(site))
          .map((site) => ({ kind: 'place', site }));
      if (write === null) return counts.map((replicas) => ({ kind: 'write', replicas }));
      if (read === null && choosesRead) return counts.map((replicas) => ({ kind: 'read', replicas }));
      return [];
    },
    apply: (placement, choice) => {
      switch (choice.kind) {
        case 'lead':
          return { ...placement, leader: choice.site };
        case 'place':
          return {
            ...placement,
            followers: [...placement.followers, choice.site].toSorted((one, other) => one - other),
          };
        case 'write':
          return { ...placement, write: choice.replicas };
        default:
          return { ...placement, read: choice.replicas };
      }
    },
  };
}

/** How long the leader waits until so many replicas, itself the first, have answered. */
export function waitMs(network: Network, { leader, followers }: Placement, replicas: number): number {
  if (leader === null) return Infinity;
  const trips = followers
    .map((follower) => roundTripMs(network, leader, follower))
    .toSorted((one, other) => one - other);
  return replicas === 1 ? 0 : (trips[replicas - 2] ?? Infinity);
}

/** How long each customer waits for an answer that the leader gives once so many replicas have answered it. */
const throughLeaderMs = (network: Network, placement: Placement, replicas: number): readonly number[] => {
  const { leader } = placement;
  if (leader === null) return [];
  const wait = waitMs(network, placement, replicas);
  return sites.map((_, customer) => roundTripMs(network, customer, leader) + wait);
};

/** The wait that half of the customers’ writes keep within; `Infinity` while that is not decided. */
export const writeMs = (network: Network, placement: Placement): number =>
  placement.write === null ? Infinity : median(throughLeaderMs(network, placement, placement.write));

/** The same of reads, which the leader answers. */
export const readMs = (network: Network, placement: Placement): number =>
  placement.read === null ? Infinity : median(throughLeaderMs(network, placement, placement.read));

/** The same of reads that the nearest replica answers from its own copy. */
export function nearestReadMs(network: Network, { leader, followers }: Placement): number {
  if (leader === null || followers.length < REPLICAS - 1) return Infinity;
  const replicas = [leader, ...followers];
  return median(
    sites.map((_, customer) => Math.min(...replicas.map((replica) => roundTripMs(network, customer, replica)))),
  );
}

/** Whether each read meets each acknowledged write in some replica. */
export const overlaps = ({ write, read }: Placement): boolean =>
  write !== null && read !== null && write + read > REPLICAS;

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;
