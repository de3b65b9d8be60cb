import { describe, expect, it } from 'vitest';
import { chosenValues, highestBallot, paxosEntry, paxosSetup } from '#protocols/paxos/paxos-entry.ts';
import type { Paxos, PaxosRule } from '#protocols/paxos/paxos.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import type { World } from '#simulator/world.ts';
import {
  SEEDS,
  brokenStory,
  expectGolden,
  runTimed,
  searchForFault,
  story,
  timedMoves,
  unsettled,
  wayToBreak,
} from '../support/protocol-runs.ts';

const sound = paxosEntry.example();
const duel = [['x'], [], ['z']];
/** Within four messages under way, forgotten promises still break Agreement: the bound leaves the danger in. */
const crashing = (broken?: PaxosRule) => ({
  ...sound,
  setup: paxosSetup({ broken }, duel, { crashes: 1 }),
  within: ({ network }: World<Paxos>) => network.length <= 4,
});
const proofs = {
  calm: searchForFault(sound),
  heeded: searchForFault(sound, sound.withoutIdle),
  crash: searchForFault(crashing()),
};
/** The shortest way to two values without each rule: looked for once, since one takes a second. */
const rules = Object.keys(paxosEntry.brokenRules);
const ways = new Map(rules.map((rule) => [rule, wayToBreak(paxosEntry.example(rule))]));
/** Ballots 3, 4, 6 and 7: C's and A's in turn, with few messages under way to keep the search short. */
const undecided = search(
  systemOf(paxosSetup({}, duel, { fires: 2 }), ({ network }) => network.length <= 4),
  (world) => highestBallot(world) >= 7 && chosenValues(world).length === 0,
  { limit: 400_000 },
);

describe('Paxos', () => {
  it(`chooses one value in all ${proofs.calm.states} states of two proposers, and all ${proofs.crash.states} with a crash and four messages under way`, () => {
    expect([proofs.calm.kind, proofs.crash.kind]).toEqual(['impossible', 'impossible']);
    expect(searchForFault(crashing('acceptorsForgetPromises')).kind).toBe('found');
  });

  it(`chooses one value in the ${proofs.heeded.states} of these states that differ in packets which somebody heeds`, () => {
    expect(proofs.heeded.kind).toBe('impossible');
  });

  it.each([
    ['acceptorsForgetPromises', 10],
    ['acceptorsIgnorePromises', 8],
    ['quorumOfOne', 2],
    ['proposersIgnorePromisedValues', 8],
  ] as const)('chooses two values where the rule is missing: %s, in %i moves', (rule, length) => {
    expect(ways.get(rule)?.length).toBe(length);
  });

  it('counts a value as chosen for good, though those who accepted it have accepted another since', () => {
    const { setup } = paxosEntry.example('proposersIgnorePromisedValues');
    const system = systemOf({ ...setup, budget: { ...setup.budget, crashes: 1 } });
    const overwritten = search(
      system,
      (world) =>
        chosenValues(world).length > 1 &&
        world.nodes.every(({ volatile, durable }) => volatile?.chosen !== 'x' && durable.accepted?.value !== 'x'),
      { limit: 100_000 },
    );
    expect(overwritten.kind).toBe('found');
  });

  it('lets two proposers duel for four ballots with no message lost', () => {
    expect(undecided.kind).toBe('found');
  });

  it('needs one ballot where a leader proposes for all', () => {
    const led = paxosSetup({ leader: 0 }, duel, { fires: 1 });
    expect(search(systemOf(led), (world) => highestBallot(world) > 1, { limit: 50_000 }).kind).toBe('impossible');
  });

  it('has told both clients the same by 800 ms, 640 after the last fault', () => {
    expect(unsettled(sound, 800)).toEqual([]);
    for (let seed = 0; seed < SEEDS; seed++) {
      const world = runTimed(sound, seed, 800);
      expect(world && chosenValues(world).length, `seed ${seed}`).toBe(1);
    }
  });

  it('reads as a story', () => {
    const calm = { ...sound.timed, link: { latency: [5, 15], loss: 0, duplication: 0 }, faults: [] } as const;
    expectGolden(paxosEntry, [
      story('Two proposers, and one value', sound.setup, timedMoves(sound.setup, 1, calm, 40)),
      ...(undecided.kind === 'found'
        ? [
            story(
              'A duel: four ballots, and nothing chosen',
              sound.setup,
              undecided.path.map((move) => ({ move })),
            ),
          ]
        : []),
      ...rules.map((rule) => brokenStory(paxosEntry, rule, ways.get(rule))),
    ]);
  });
});
