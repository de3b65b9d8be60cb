import { describe, expect, it } from 'vitest';
import { replicaSetEntry } from '#protocols/kubernetes/replica-set-entry.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves, unsettled } from '../support/protocol-runs.ts';

const sound = replicaSetEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(replicaSetEntry.brokenRules);

describe('a Kubernetes controller and its cache', () => {
  it(`makes no pod too many in all ${proof.states} states with a loss, a duplicate and three packets under way`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('fails where the rule is missing: %s', (rule) => {
    expect(searchForFault(replicaSetEntry.example(rule)).kind).toBe('found');
  });

  it('puts right what an old cache made it do: it looks at the state again', () => {
    const careless = replicaSetEntry.example('readsOldCache');
    expect(unsettled({ ...careless, invariants: [] }, 800)).toEqual([]);
  });

  it('reads as a story', () => {
    const careless = replicaSetEntry.example('readsOldCache');
    const slowNews = { between: [0, 1], link: { latency: [12, 14], loss: 0, duplication: 0 } } as const;
    const timed = { link: { latency: [1, 2], loss: 0, duplication: 0 }, links: [slowNews] } as const;
    const setup = { ...careless.setup, requests: [] };
    expectGolden(replicaSetEntry, [
      story('A pod is lost, and replaced', sound.setup, timedMoves(sound.setup, 1, sound.timed, 45)),
      story(
        'The news is slow: an old cache makes a pod too many, and the loop takes it away',
        setup,
        timedMoves(setup, 3, timed, 32),
      ),
      ...broken.map((rule) => brokenStory(replicaSetEntry, rule)),
    ]);
  });
});
