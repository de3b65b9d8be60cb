import { describe, expect, it } from 'vitest';
import { isDb0Stuck, runningDb0, statefulSetEntry } from '#protocols/kubernetes/stateful-set-entry.ts';
import type { StatefulSet } from '#protocols/kubernetes/stateful-set.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import type { World } from '#simulator/world.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = statefulSetEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(statefulSetEntry.brokenRules);
const isTwice = (world: World<StatefulSet>) => runningDb0(world).length > 1;

describe('a Kubernetes StatefulSet', () => {
  it(`never runs db-0 twice by waiting, in all ${proof.states} states of two lives of db-0`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('runs db-0 twice where the rule is missing: %s', (rule) => {
    expect(searchForFault(statefulSetEntry.example(rule)).kind).toBe('found');
  });

  it('runs db-0 twice where somebody force-deletes it', () => {
    const setup = { ...sound.setup, requests: [['force-delete' as const]] };
    expect(search(systemOf(setup, sound.within), isTwice, { limit: 50_000 }).kind).toBe('found');
  });

  it('waits for a node that is cut off for good, and runs nothing in its place', () => {
    const faults = [{ at: 60, move: { kind: 'cut', between: [0, 1] } }] as const;
    const run = timedMoves(sound.setup, 1, { ...sound.timed, faults }, 300);
    const last = run.at(-1)?.world;
    expect(last && [isDb0Stuck(last), runningDb0(last)]).toEqual([true, [1]]);
  });

  it('reads as a story', () => {
    const setup = { ...sound.setup, requests: [] };
    const faults = [
      { at: 15, move: { kind: 'cut', between: [0, 1] } },
      { at: 65, move: { kind: 'heal', between: [0, 1] } },
    ] as const;
    const timed = { link: { latency: [1, 2], loss: 0, duplication: 0 }, faults } as const;
    expectGolden(statefulSetEntry, [
      story(
        'Node A is cut off: its db-0 is marked for deletion, and waited for',
        setup,
        timedMoves(setup, 1, timed, 50),
      ),
      ...broken.map((rule) => brokenStory(statefulSetEntry, rule)),
    ]);
  });
});
