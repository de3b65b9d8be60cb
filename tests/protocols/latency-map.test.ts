import { describe, expect, it } from 'vitest';
import { latencyMapBoard } from '#protocols/latency-map-board.ts';
import {
  latencyMap,
  nearestReadMs,
  overlaps,
  readMs,
  roundTripMs,
  sites,
  waitMs,
  writeMs,
  type Placement,
} from '#protocols/latency-map.ts';
import { search } from '#simulator/search.ts';

const all = sites.map((_, site) => site);
const pairs = all.flatMap((from) => all.map((to) => [from, to] as const));
/** Virginia leads California and Ireland. */
const atlantic: Placement = { leader: 1, followers: [0, 2], write: 3, read: 1 };

const best = (isMet: (placement: Placement) => boolean) =>
  search(latencyMap({ choosesRead: true }), (placement) => overlaps(placement) && isMet(placement), { limit: 10_000 })
    .kind;

describe('a map of delays', () => {
  it.each(['cables', 'light'] as const)('is as far there as back, and nowhere within a site: %s', (network) => {
    for (const [from, to] of pairs) {
      expect(roundTripMs(network, from, to)).toBe(roundTripMs(network, to, from));
      expect(roundTripMs(network, from, to) === 0).toBe(from === to);
    }
  });

  it('has no cable that is faster than light in glass', () => {
    const slower = pairs.filter(([from, to]) => from !== to);
    for (const [from, to] of slower)
      expect(roundTripMs('cables', from, to)).toBeGreaterThan(roundTripMs('light', from, to));
  });

  it('makes a leader wait for its k-th fastest replica, itself the first', () => {
    const far: Placement = { ...atlantic, followers: [2, 3] };
    expect([1, 2, 3].map((replicas) => waitMs('cables', far, replicas))).toEqual([0, 74, 223]);
  });

  it('adds the wait to what half of the customers keep within', () => {
    expect([readMs('cables', atlantic), writeMs('cables', atlantic)]).toEqual([74, 148]);
    expect(nearestReadMs('cables', atlantic)).toBe(0);
  });

  it('answers nobody in any known time before it is decided', () => {
    const start = latencyMap({ choosesRead: true }).init();
    expect([readMs('cables', start), writeMs('cables', start), nearestReadMs('cables', start)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ]);
  });

  it('cannot keep both within 90 ms even by light, and can within 93', () => {
    const within = (limit: number) => (placement: Placement) =>
      readMs('light', placement) <= limit && writeMs('light', placement) <= limit;
    expect([best(within(90)), best(within(92)), best(within(93))]).toEqual(['impossible', 'impossible', 'found']);
  });

  it('says each choice with the distances that it is about', () => {
    const { say, system } = latencyMapBoard.board();
    const [, second] = system.moves(system.init());
    expect(second && say(system.init(), second)).toBe('Lead from Virginia: customers are 0, 74, 74, 165, 223 ms away');
    expect(say(atlantic, { kind: 'place', site: 4 })).toBe('Put a replica in Tokyo, 165 ms from the leader');
    expect(say(atlantic, { kind: 'read', replicas: 2 })).toBe('A read waits for 2 of 3: 74 ms at the leader');
  });
});
