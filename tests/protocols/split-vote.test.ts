import { describe, expect, it } from 'vitest';
import { leaderlessTerms, leaderOf, splitVote, worstOf, type SplitVoteOptions } from '#protocols/split-vote.ts';
import { search } from '#simulator/search.ts';

const alike: SplitVoteOptions = {
  timeouts: [
    [3, 4],
    [3, 4],
    [3, 4],
  ],
  delay: 1,
  losses: 0,
  terms: 4,
};
const apart: SplitVoteOptions = {
  ...alike,
  timeouts: [
    [3, 3],
    [6, 6],
    [9, 9],
  ],
};
const lost = (options: SplitVoteOptions, terms: number) =>
  search(splitVote(options), (state) => leaderlessTerms(state) >= terms, { limit: 50_000 });

describe('elections, tick by tick', () => {
  it('lose term after term where timeouts may be alike', () => {
    const three = lost(alike, 3);
    expect(three.kind === 'found' && three.path.length).toBe(12);
  });

  it('lose none where timeouts are further apart than a round trip, and one where two messages are lost', () => {
    expect(lost(apart, 1).kind).toBe('impossible');
    expect(lost({ ...apart, losses: 1 }, 1).kind).toBe('impossible');
    expect(lost({ ...apart, losses: 2 }, 1).kind).toBe('found');
    expect(lost({ ...apart, losses: 2 }, 2).kind).toBe('impossible');
  });

  it('have at most one leader a term, and are over when somebody leads', () => {
    const system = splitVote({ ...alike, losses: 2 });
    const goesOn = search(system, (state) => leaderOf(state) >= 0 && system.moves(state).length > 0, { limit: 50_000 });
    const two = search(system, ({ servers }) => servers.filter(({ votes }) => votes > 1).length > 1, { limit: 50_000 });
    expect([goesOn.kind, two.kind]).toEqual(['impossible', 'impossible']);
  });

  it.each([
    [[2, 4, 6], 3],
    [[3, 3, 3], 3],
    [[6, 6, 6], 3],
    [[3, 3, 4], 1],
    [[3, 4, 5], 0],
    [[3, 3, 5], 0],
  ])('with timeouts of %j lose %i terms at worst', (timeouts, worst) => {
    expect(worstOf(timeouts, 1, 3)).toBe(worst);
  });
});
