import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '#progress/replay.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { replayInWorker, type ReplayWorker } from '#services/worker-replay.ts';
import { createRebuilder, type RebuildReply } from '#workers/rebuilder.ts';
import { eventAfter, gradeOf, histories } from '#tests/support/histories.ts';

/** The worker's program on this thread, its messages copied as between threads. */
function localWorker(): ReplayWorker & { isTerminated: boolean } {
  let hear = (_event: { readonly data: RebuildReply }): void => {};
  const take = createRebuilder((reply) => queueMicrotask(() => hear({ data: structuredClone(reply) })));
  const worker = {
    isTerminated: false,
    postMessage: (request: Parameters<typeof take>[0]) => take(structuredClone(request)),
    addEventListener: (type: string, listener: typeof hear) => {
      if (type === 'message') hear = listener;
    },
    terminate: () => {
      worker.isTerminated = true;
    },
  };
  return worker as ReplayWorker & { isTerminated: boolean };
}

test('a log replayed in a worker gives the rows that it gives here', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ all }) => {
      expect(await replayInWorker(all, () => {}, localWorker)).toEqual(replay(all, fsrs));
    }),
    { numRuns: 30 },
  );
});

test('a long log is handed over in slices, progress is told, and the worker is let go', async () => {
  const at = Date.UTC(2026, 2, 1, 12);
  const body = gradeOf([], 'lease', 'good', at);
  const log = Array.from({ length: 11_000 }, (_, index) => ({
    ...eventAfter([], 'a', { ...body, card: `card-${index}` }, at + index),
    id: `a-${index + 1}-n`,
  }));
  const worker = localWorker();
  const told: number[] = [];
  const rows = await replayInWorker(
    log,
    (fraction) => told.push(fraction),
    () => worker,
  );
  expect(rows?.size).toBe(11_001);
  expect(told).toEqual([5000 / 11_000, 10_000 / 11_000]);
  expect(worker.isTerminated).toBe(true);
});

test('without a worker, or with one that fails, the caller is told to replay by itself', async () => {
  expect(await replayInWorker([], () => {}, null)).toBeNull();
  const failing: ReplayWorker = {
    postMessage: () => {},
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'error') queueMicrotask(listener as () => void);
    },
    terminate: () => {},
  };
  expect(
    await replayInWorker(
      [],
      () => {},
      () => failing,
    ),
  ).toBeNull();
});
