import { describe, expect, it } from 'vitest';
import { etcdWatchEntry } from '#protocols/etcd/etcd-watch.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = etcdWatchEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(etcdWatchEntry.brokenRules);

describe('a watch of etcd', () => {
  it(`misses nothing in all ${proof.states} states of three puts, a compaction, a loss, a duplicate and a crash`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('misses a change where the rule is missing: %s', (rule) => {
    expect(searchForFault(etcdWatchEntry.example(rule)).kind).toBe('found');
  });

  it('reads as a story', () => {
    expectGolden(etcdWatchEntry, [
      story(
        'Told “compacted”, the watcher lists, then watches',
        sound.setup,
        timedMoves(sound.setup, 8, { ...sound.timed, thinkTime: [2, 4] }, 12),
      ),
      ...broken.map((rule) => brokenStory(etcdWatchEntry, rule)),
    ]);
  });
});
