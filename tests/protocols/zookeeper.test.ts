import { describe, expect, it } from 'vitest';
import { believers, zooKeeperEntry } from '#protocols/zookeeper/zookeeper-entry.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = zooKeeperEntry.example();
const proof = searchForFault(sound);
/** Too many states for a phone, so the example itself loses nothing. */
const lossy = searchForFault({
  ...sound,
  setup: { ...sound.setup, budget: { ...sound.setup.budget, drops: 1, duplicates: 1 } },
});
const broken = Object.keys(zooKeeperEntry.brokenRules);

describe('the lock recipe of ZooKeeper', () => {
  it(`has one live holder, and wakes one waiter, in all ${proof.states} states of three clients and one timer, and all ${lossy.states} with a loss and a duplicate`, () => {
    expect([proof.kind, lossy.kind]).toEqual(['impossible', 'impossible']);
  });

  it.each(broken)('wakes the herd where the rule is missing: %s', (rule) => {
    expect(searchForFault(zooKeeperEntry.example(rule)).kind).toBe('found');
  });

  it('lets two believe that they hold the lock, where a session ends while its client holds it', () => {
    expect(
      search(systemOf(sound.setup, sound.within), (world) => believers(world).length > 1, { limit: 50_000 }).kind,
    ).toBe('found');
  });

  it('reads as a story', () => {
    const faults = [
      { at: 12, move: { kind: 'pause', node: 1 } },
      { at: 57, move: { kind: 'resume', node: 1 } },
    ] as const;
    const setup = { ...sound.setup, size: 3, requests: [[], ['lock' as const], ['lock' as const]] };
    const slower = { between: [0, 2], link: { latency: [2, 3], loss: 0, duplication: 0 } } as const;
    const timed = {
      link: { latency: [1, 2], loss: 0, duplication: 0 },
      links: [slower],
      thinkTime: [0, 0],
      faults,
    } as const;
    expectGolden(zooKeeperEntry, [
      story(
        'The holder is paused past its session; the next one holds the lock, and both believe it',
        setup,
        timedMoves(setup, 4, timed, 51),
      ),
      ...broken.map((rule) => brokenStory(zooKeeperEntry, rule)),
    ]);
  });
});
