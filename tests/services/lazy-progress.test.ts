import { expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { lazyProgress } from '#services/lazy-progress.ts';
import type { ProgressStore } from '#services/progress-service.ts';
import { createMemoryStore } from '#storage/memory-store.ts';
import { countingTokens, faultIn, valueOf } from '#tests/support/stores.ts';

const time = { at: Date.UTC(2026, 10, 22), offset: 0 };
const kept: EventBody = { kind: 'conceptKept', concept: 'crossing' };
/** Lets whatever is settled be heard of. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A store that can be had, or not, when it is asked for. */
function lazily() {
  const store = createMemoryStore(countingTokens());
  const loads: { resolve: (store: ProgressStore) => void; reject: (error: Error) => void }[] = [];
  const progress = lazyProgress(() => new Promise((resolve, reject) => loads.push({ resolve, reject })));
  return {
    progress,
    store,
    loads: () => loads.length,
    come: () => loads.at(-1)?.resolve(store),
    fail: () => loads.at(-1)?.reject(new Error('no such chunk')),
  };
}

test('nothing is loaded until something is asked; then once, for all calls', async () => {
  const { progress, loads, come } = lazily();
  expect(loads()).toBe(0);
  const both = Promise.all([valueOf(progress.record([kept], time)), valueOf(progress.rows('card'))]);
  come();
  expect((await both)[0]).toHaveLength(1);
  expect(loads()).toBe(1);
  expect((await valueOf(progress.summary())).events).toBe(1);
  expect(await valueOf(progress.row('concept', 'crossing'))).toEqual({ concept: 'crossing', isKept: true });
  expect(await valueOf(progress.events())).toHaveLength(1);
  expect(await valueOf(progress.dueCards(99_999, 9))).toEqual([]);
  expect(await valueOf(progress.dueCounts(1, 2))).toEqual(new Map());
  expect(await valueOf(progress.merge([]))).toMatchObject({ added: 0 });
  await valueOf(progress.deleteEverything());
  expect((await valueOf(progress.summary())).events).toBe(0);
});

test('who subscribes before the store is there hears of its changes', async () => {
  const { progress, come } = lazily();
  const heard: string[] = [];
  const stop = progress.subscribe((kinds) => heard.push(...kinds));
  come();
  await progress.record([kept], time);
  expect(heard).toEqual(['concept']);
  stop();
  await progress.record([kept], time);
  expect(heard).toEqual(['concept']);
});

test('who stops before the store is there hears nothing', async () => {
  const { progress, come } = lazily();
  const heard: string[] = [];
  progress.subscribe((kinds) => heard.push(...kinds))();
  come();
  await progress.record([kept], time);
  await settle();
  expect(heard).toEqual([]);
});

test('a store that cannot be had is a fault; the next call tries again, and early listeners are still told', async () => {
  const { progress, loads, come, fail } = lazily();
  const heard: string[] = [];
  progress.subscribe((kinds) => heard.push(...kinds));
  const first = faultIn(progress.record([kept], time));
  fail();
  expect(await first).toEqual({ kind: 'unknown', message: 'Error: no such chunk' });
  await settle();
  const second = valueOf(progress.record([kept], time));
  expect(loads()).toBe(2);
  come();
  await second;
  expect(heard).toEqual(['concept']);
});

test('a store that never came needs no closing', async () => {
  const { progress, fail } = lazily();
  progress.close();
  const summary = progress.summary();
  progress.close();
  fail();
  expect((await summary).ok).toBe(false);
  await settle();
});
