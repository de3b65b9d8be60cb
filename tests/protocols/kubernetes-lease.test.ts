import { describe, expect, it } from 'vitest';
import { actingLeaders, leaseElectionEntry } from '#protocols/kubernetes/lease-election-entry.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = leaseElectionEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(leaseElectionEntry.brokenRules);

describe('leader election by a Kubernetes Lease', () => {
  it(`has one winner for each transition in all ${proof.states} states of two writes of the Lease`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('has two where the rule is missing: %s', (rule) => {
    expect(searchForFault(leaseElectionEntry.example(rule)).kind).toBe('found');
  });

  it('does not keep two from acting at once: there is no fencing', () => {
    const overlap = search(systemOf(sound.setup, sound.within), (world) => actingLeaders(world).length > 1, {
      limit: 50_000,
    });
    expect(overlap.kind).toBe('found');
  });

  it('reads as a story', () => {
    expectGolden(leaseElectionEntry, [
      story('A leader is paused; the other takes the Lease', sound.setup, timedMoves(sound.setup, 1, sound.timed, 90)),
      ...broken.map((rule) => brokenStory(leaseElectionEntry, rule)),
    ]);
  });
});
