import { describe, expect, it } from 'vitest';
import { allKnow, gossipEntry, gossipRounds, type GossipRounds, informed } from '#protocols/gossip.ts';
import { search } from '#simulator/search.ts';
import { brokenStory, expectGolden, runTimed, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = gossipEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(gossipEntry.brokenRules);
const eight = gossipEntry.example(undefined, 8);

/** Which nodes know makes no difference, only how many: those with the lowest numbers stand for them. */
const byCount = ({ round, knew, told, chooser }: GossipRounds): GossipRounds => {
  const count = (set: number) => set.toString(2).replaceAll('0', '').length;
  const low = 2 ** count(knew) - 1;
  const news = 2 ** (count(knew) + count(told)) - 1;
  return { round, knew: low, told: news - low, chooser: count(knew & (2 ** chooser - 1)) };
};
const allIn = (size: number, rounds: number) =>
  search(gossipRounds(size), (state) => allKnow(size, state), {
    limit: 100_000,
    representative: byCount,
    allow: (_, { round }) => round < rounds,
  });

describe('gossip', () => {
  it(`keeps the rumour alive in all ${proof.states} states of three nodes, two rounds and a loss`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('lets it die where the rule is missing: %s', (rule) => {
    expect(searchForFault(gossipEntry.example(rule)).kind).toBe('found');
  });

  it('tells all eight in three rounds at best: seven tellings, and two rounds are too few', () => {
    const best = allIn(8, 3);
    expect(best.kind === 'found' && best.path.length).toBe(7);
    expect(allIn(8, 2).kind).toBe('impossible');
  });

  it.each([
    [2, 1],
    [4, 2],
    [5, 3],
    [9, 4],
  ])('needs as many rounds for %i nodes as it takes to double up to them: %i', (size, rounds) => {
    expect([allIn(size, rounds).kind, allIn(size, rounds - 1).kind]).toEqual(['found', 'impossible']);
  });

  it('leaves somebody out in some runs where tellers lose interest', () => {
    const careless = gossipEntry.example('losesInterest');
    const left = Array.from({ length: 40 }, (_, seed) => runTimed({ ...careless, invariants: [] }, seed, 400)).filter(
      (world) => world && informed(world) < 3,
    );
    expect(left.length).toBeGreaterThan(0);
  });

  it('reads as a story', () => {
    expectGolden(gossipEntry, [
      story(
        'Eight nodes hear a rumour',
        eight.setup,
        timedMoves(eight.setup, 2, { link: { latency: [1, 2], loss: 0, duplication: 0 } }, 40),
      ),
      ...broken.map((rule) => brokenStory(gossipEntry, rule)),
    ]);
  });
});
