import { expect, test } from 'vitest';
import { createSearcher, searching, type SearchQuestion, type SearchReply } from '#workers/searcher.ts';

const soundPayment: SearchQuestion = { protocol: 'request-response', limit: 50_000 };

/** All that the worker would say to a question. */
async function repliesTo(question: SearchQuestion): Promise<readonly SearchReply[]> {
  const replies: SearchReply[] = [];
  await createSearcher((reply) => replies.push(structuredClone(reply)))(question);
  return replies;
}

async function answerTo(question: SearchQuestion) {
  const last = (await repliesTo(question)).at(-1);
  return last?.kind === 'answer' ? last.answer : undefined;
}

test('what a missing rule breaks is told by the shortest way there, move by move', async () => {
  expect(await answerTo({ ...soundPayment, broken: 'noIdempotencyKey' })).toMatchObject({
    kind: 'found',
    invariant: 'Charged at most once',
    why: 'operation 0 was charged more than once',
    missing: 'A retry carries nothing by which the server could know it.',
    moves: [
      'Customer asks: pay 20',
      'Deliver Pay(20, try 1) from Customer to Shop',
      'Customer’s retry timer fires',
      'Deliver Pay(20, try 2) from Customer to Shop',
    ],
  });
});

test('with all rules it cannot happen, and the proof names its size, its digest and its bounds', async () => {
  const answer = await answerTo(soundPayment);
  expect(answer).toEqual({
    kind: 'holds',
    invariants: ['Charged at most once', 'Who is told "charged" was charged'],
    states: 737,
    depth: 11,
    digest: expect.stringMatching(/^[0-9a-f]{16}$/),
    bounds: expect.arrayContaining(['1 crash', '1 lost message', 'each payment tried at most three times']),
  });
  expect(await answerTo(soundPayment)).toEqual(answer);
});

test('other requests make another proof', async () => {
  const digests = await Promise.all(
    [20, 21].map(async (amount) => {
      const answer = await answerTo({ ...soundPayment, requests: [[], [amount]] });
      return answer?.kind === 'holds' ? answer.digest : '';
    }),
  );
  expect(new Set(digests).size).toBe(2);
});

test('packets that nobody heeds any more are left out, so that Paxos is proven on a phone', async () => {
  expect(await answerTo({ protocol: 'paxos', limit: 50_000 })).toMatchObject({
    kind: 'holds',
    invariants: ['Agreement'],
  });
});

test('a limit that is too small settles nothing, and is said', async () => {
  expect(await answerTo({ ...soundPayment, limit: 100 })).toEqual({ kind: 'unknown', states: 100, limit: 100 });
});

test('progress is told now and then, and grows', async () => {
  const replies = await repliesTo({ protocol: 'two-phase-commit', limit: 50_000 });
  const told = replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.progress.states] : []));
  expect(told).toHaveLength(2);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(replies.at(-1)?.kind).toBe('answer');
});

test('a search can be left between two slices, and does no more then', async () => {
  const steps = searching(soundPayment, 10);
  expect((await steps.next()).done).toBe(false);
  await steps.return({ kind: 'unknown', states: 0, limit: 0 });
  expect(await steps.next()).toEqual({ done: true, value: undefined });
});

test('what is not in the catalog is named in a sentence', async () => {
  expect(await answerTo({ protocol: 'toString', limit: 10 })).toEqual({
    kind: 'failed',
    why: 'There is no protocol “toString”.',
  });
  expect(await answerTo({ ...soundPayment, broken: 'noShop' })).toEqual({
    kind: 'failed',
    why: 'Request and response: there is no rule noShop; there are noIdempotencyKey, keyNotSavedWithWork.',
  });
  expect(await answerTo({ ...soundPayment, requests: [[], [], [1]] })).toEqual({
    kind: 'failed',
    why: 'Request and response: requests for 3 nodes; the cluster has 2.',
  });
});
