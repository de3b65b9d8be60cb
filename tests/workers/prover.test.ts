import { expect, test } from 'vitest';
import type { ProvenRound } from '#content/compiled.ts';
import { provingRound, type ProofAnswer } from '#workers/prover.ts';
import { createSearcher, type SearchReply } from '#workers/searcher.ts';
import { fixturePuzzle } from '#tests/support/fixture-puzzle.ts';

async function proofOf({ system, goal }: Pick<ProvenRound, 'system' | 'goal'>, limit = 50_000): Promise<ProofAnswer> {
  const steps = provingRound({ system, goal, limit });
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
  }
}

test('the proof of each round is the one that is written down', async () => {
  for (const round of fixturePuzzle.rounds) {
    const proof = await proofOf(round);
    const { truth } = round;
    if (truth.kind === 'impossible') {
      const { states, depth, digest } = truth;
      expect(proof).toMatchObject({ kind: 'impossible', states, depth, digest });
    } else {
      expect(proof).toMatchObject({ kind: 'possible', states: truth.states });
      expect(proof.kind === 'possible' && proof.moves).toHaveLength(truth.par);
    }
  }
});

test('too many states settle nothing, and a puzzle that cannot be set up says why', async () => {
  const [round] = fixturePuzzle.rounds as [ProvenRound];
  expect(await proofOf(round, 2)).toMatchObject({ kind: 'unknown', limit: 2 });
  const failed = await proofOf({ ...round, system: { protocol: 'ferries' } });
  expect(failed).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining('there is no protocol ferries') as string,
  });
});

test('the worker of searches answers for a puzzle too', async () => {
  const [round] = fixturePuzzle.rounds as [ProvenRound];
  const replies: SearchReply[] = [];
  await createSearcher((reply) => replies.push(reply))({ system: round.system, goal: round.goal, limit: 100 });
  expect(replies.at(-1)).toMatchObject({ kind: 'answer', answer: { kind: 'possible' } });
});
