import { describe, expect, it } from 'vitest';
import { etcdLeaseEntry, ownersOfNothing } from '#protocols/etcd/etcd-lease.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = etcdLeaseEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(etcdLeaseEntry.brokenRules);

describe('a lock in etcd', () => {
  it(`lets no old owner write after a newer one in all ${proof.states} states of two clients`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('lets one where the rule is missing: %s', (rule) => {
    expect(searchForFault(etcdLeaseEntry.example(rule)).kind).toBe('found');
  });

  it('does not keep two from believing that they hold it: the key vanishes while its owner works', () => {
    const vanished = search(systemOf(sound.setup, sound.within), (world) => ownersOfNothing(world).length > 0, {
      limit: 50_000,
    });
    expect(vanished.kind).toBe('found');
  });

  it('reads as a story', () => {
    const { faults = [] } = sound.timed;
    const slower = { between: [0, 2], link: { latency: [2, 3], loss: 0, duplication: 0 } } as const;
    const link = { latency: [1, 2], loss: 0, duplication: 0 } as const;
    const timed = { link, links: [slower], thinkTime: [0, 0], faults } as const;
    expectGolden(etcdLeaseEntry, [
      story(
        'An owner is paused past its lease; its write is refused',
        sound.setup,
        timedMoves(sound.setup, 1, timed, 40),
      ),
      ...broken.map((rule) => brokenStory(etcdLeaseEntry, rule)),
    ]);
  });
});
