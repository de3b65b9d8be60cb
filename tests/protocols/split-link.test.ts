import { describe, expect, it } from 'vitest';
import { linearizabilityFault } from '#protocols/register-history.ts';
import { isAvailable, onlyWhileSplit, splitLink, splitLinkEntry, type SplitLink } from '#protocols/split-link.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import {
  SEEDS,
  brokenStory,
  expectGolden,
  runTimed,
  searchForFault,
  story,
  timedMoves,
  unsettled,
} from '../support/protocol-runs.ts';

const sound = splitLinkEntry.example();
const available = splitLinkEntry.example('answersAlone');
const proof = searchForFault(sound);

const choice: Setup<SplitLink> = {
  protocol: splitLink({ alone: 'either' }),
  size: 4,
  budget: { ...noFaults, cuts: 1 },
  requests: [[], [], [{ kind: 'write', value: 'x' }], [{ kind: 'read' }]],
  keepsHistory: true,
};
/** The write is acknowledged before the read begins, and the read is over. */
const isWriteThenRead = ({ history }: World<SplitLink>): boolean =>
  history.length === 4 && history.at(0)?.node === 2 && history.at(1)?.kind === 'returned' && history.at(2)?.node === 3;
const isLinearizable = (world: World<SplitLink>) => linearizabilityFault(world) === null;
const whileSplit = (goal: (world: World<SplitLink>) => boolean) =>
  search(systemOf(choice, onlyWhileSplit), (world) => onlyWhileSplit(world) && isWriteThenRead(world) && goal(world), {
    limit: 100_000,
  });

describe('a split link', () => {
  it(`keeps replicas that refuse linearizable in all ${proof.states} states of two writes, two reads and a loss`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it('makes replicas that answer alone show a stale value', () => {
    expect(searchForFault(available).kind).toBe('found');
  });

  const both = whileSplit((world) => isAvailable(world) && isLinearizable(world));
  it(`lets nobody answer on both sides and stay linearizable, whatever is chosen each time (${both.states} states)`, () => {
    expect(both.kind).toBe('impossible');
  });

  it('gives either for the other', () => {
    expect(whileSplit(isAvailable).kind).toBe('found');
    expect(whileSplit((world) => !isAvailable(world) && isLinearizable(world)).kind).toBe('found');
  });

  it('gives both while it is whole', () => {
    const whole = { ...choice, budget: noFaults };
    const goal = (world: World<SplitLink>) => isWriteThenRead(world) && isAvailable(world) && isLinearizable(world);
    expect(search(systemOf(whole), goal, { limit: 100_000 }).kind).toBe('found');
  });

  it('leaves nobody waiting by 300 units of time, and copies that answered alone the same', () => {
    expect(unsettled(sound, 300)).toEqual([]);
    for (let seed = 0; seed < SEEDS; seed++) {
      const world = runTimed({ ...available, invariants: [] }, seed, 300);
      expect(world).toSatisfy(isAvailable);
      expect(world?.nodes[0]?.durable).toEqual(world?.nodes[1]?.durable);
    }
  });

  it('reads as a story', () => {
    expectGolden(splitLinkEntry, [
      story('The link is cut, and B refuses', sound.setup, timedMoves(sound.setup, 1, sound.timed, 24)),
      brokenStory(splitLinkEntry, 'answersAlone'),
    ]);
  });
});
