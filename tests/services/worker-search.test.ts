import { expect, test } from 'vitest';
import type { SearchOptions } from '#services/search-service.ts';
import { runSearch, type SearchWorker } from '#services/worker-search.ts';
import { createSearcher, type SearchQuestion, type SearchReply } from '#workers/searcher.ts';

const question: SearchQuestion = { protocol: 'two-phase-commit', limit: 50_000 };
const idle: SearchOptions = { onProgress: () => {}, signal: new AbortController().signal };

/** The worker's program on this thread, its messages copied as between threads. It hears nothing after its end. */
function localWorker(): SearchWorker & { isTerminated: boolean } {
  let hear = (_event: { readonly data: SearchReply }): void => {};
  const take = createSearcher((reply) => !worker.isTerminated && hear({ data: structuredClone(reply) }));
  const worker = {
    isTerminated: false,
    postMessage: (asked: SearchQuestion) => void take(structuredClone(asked)),
    addEventListener: (type: string, listener: typeof hear) => {
      if (type === 'message') hear = listener;
    },
    terminate: () => {
      worker.isTerminated = true;
    },
  };
  return worker as SearchWorker & { isTerminated: boolean };
}

const failingWorker: SearchWorker = {
  postMessage: () => {},
  addEventListener: (type: string, listener: unknown) => {
    if (type === 'error') queueMicrotask(listener as () => void);
  },
  terminate: () => {},
};

test('a search in a worker answers as one on this thread, tells its progress, and lets the worker go', async () => {
  const worker = localWorker();
  const told: number[] = [];
  const answer = await runSearch(question, { ...idle, onProgress: ({ states }) => told.push(states) }, () => worker);
  expect(answer).toMatchObject({ kind: 'holds', states: 4682 });
  expect(told).toHaveLength(2);
  expect(worker.isTerminated).toBe(true);
  expect(await runSearch(question, idle, null)).toEqual(answer);
});

test('a worker that cannot be started, or that breaks, leaves the search to this thread', async () => {
  const refuse = () => {
    throw new Error('refused');
  };
  expect(await runSearch(question, idle, refuse)).toMatchObject({ kind: 'holds' });
  expect(await runSearch(question, idle, () => failingWorker)).toMatchObject({ kind: 'holds' });
});

test.each([
  ['in a worker', localWorker],
  ['on this thread', null],
])('a search %s stops when it is told to, and says no more', async (_, start) => {
  const controller = new AbortController();
  const told: number[] = [];
  const onProgress = ({ states }: { readonly states: number }) => {
    told.push(states);
    controller.abort();
  };
  expect(await runSearch(question, { onProgress, signal: controller.signal }, start)).toEqual({ kind: 'stopped' });
  expect(told).toHaveLength(1);
});

test('a search that was stopped before it began starts no worker', async () => {
  const worker = localWorker();
  let started = 0;
  const start = () => {
    started++;
    return worker;
  };
  expect(await runSearch(question, { ...idle, signal: AbortSignal.abort() }, start)).toEqual({ kind: 'stopped' });
  expect(started).toBe(0);
});
