import { describe, expect, it } from 'vitest';
import {
  figure8,
  hasDisagreed,
  hasErasedCommitted,
  leadsWithoutCommitted,
  raftSteps,
  type RaftStep,
} from '#protocols/raft-steps.ts';
import { search } from '#simulator/search.ts';

const bounds = { servers: 3, terms: 4, entries: 2 };
const isUnsafe = (state: typeof figure8): boolean =>
  leadsWithoutCommitted(state) || hasErasedCommitted(state) || hasDisagreed(state);
const proof = search(raftSteps(bounds), isUnsafe, { limit: 50_000 });

/** "S1 elect 1,2" and "S1 replicate 2", servers as figure 8 numbers them. */
const told = (step: RaftStep): string => {
  const rest =
    step.action === 'elect'
      ? ` ${step.voters.map((voter) => voter + 1).join(',')}`
      : step.action === 'replicate'
        ? ` ${step.follower + 1}`
        : '';
  return `S${step.leader + 1} ${step.action}${rest}`;
};

describe('Raft at step grain', () => {
  it(`never gives up what it has committed, in all ${proof.states} states of three servers, four terms and two entries`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it('erases a committed entry where old terms are committed by count, as in figure 8', () => {
    const erased = search(raftSteps({ ...bounds, broken: 'commitsOldTerms' }), hasErasedCommitted, { limit: 50_000 });
    expect(erased.kind === 'found' && erased.path.map(told)).toEqual([
      'S1 elect 1,2',
      'S1 append',
      'S2 elect 2,3',
      'S1 elect 1,3',
      'S1 replicate 3',
      'S1 commit',
      'S2 append',
      'S2 elect 1,2',
      'S2 replicate 1',
    ]);
  });

  it('reaches the leader of figure 8 (d) from (a), with the five servers that it draws', () => {
    const system = raftSteps({ servers: 5, terms: 5, entries: 3, start: figure8, broken: 'commitsOldTerms' });
    const erased = search(system, leadsWithoutCommitted, { limit: 100_000 });
    expect(erased.kind === 'found' && erased.path.length).toBe(6);
  });

  it('elects a leader without the committed entry where votes look at no log', () => {
    const elected = search(raftSteps({ ...bounds, broken: 'noLogCheckOnVotes' }), leadsWithoutCommitted, {
      limit: 50_000,
    });
    expect(elected.kind === 'found' && elected.path.map(told)).toEqual([
      'S1 elect 1,2',
      'S1 append',
      'S1 replicate 2',
      'S1 commit',
      'S3 elect 1,3',
    ]);
  });
});
