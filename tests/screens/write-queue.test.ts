import { expect, test } from 'vitest';
import { failed, ok } from '#base/result.ts';
import { createWriteQueue } from '#screens/write-queue.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { createMemoryStore } from '#storage/memory-store.ts';

const lost: StorageFault = { kind: 'lost' };

const newStore = () => createMemoryStore(() => 'token');

function writing(store = newStore()) {
  const faults: (StorageFault | null)[] = [];
  const written: string[] = [];
  let isBroken = false;
  const queue = createWriteQueue(store, (fault) => faults.push(fault));
  const add = (name: string) =>
    queue.add(async () => {
      await Promise.resolve();
      if (isBroken) return failed(lost);
      written.push(name);
      return ok(name);
    });
  return { queue, add, written, faults, breakOff: (broken: boolean) => void (isBroken = broken) };
}

test('writes follow each other in the order they were asked for', async () => {
  const { add, written } = writing();
  await Promise.all([add('one'), add('two'), add('three')]);
  expect(written).toEqual(['one', 'two', 'three']);
});

test('what fails holds up all behind it, and is written once when it can be', async () => {
  const { queue, add, written, faults, breakOff } = writing();
  breakOff(true);
  await add('one');
  await add('two');
  expect([written, faults.at(-1)]).toEqual([[], lost]);
  breakOff(false);
  await Promise.all([queue.flush(), queue.flush(), queue.flush()]);
  expect([written, faults.at(-1)]).toEqual([['one', 'two'], null]);
});

test('a write that a write asks for comes after it', async () => {
  const { queue, add, written } = writing();
  await queue.add(async () => {
    void add('inner');
    written.push('outer');
    return ok(null);
  });
  expect(written).toEqual(['outer', 'inner']);
});

test('a bug in a write is thrown, and does not stop the queue for ever', async () => {
  const { queue, add, written } = writing();
  let isMended = false;
  const buggy = queue.add(() => (isMended ? Promise.resolve(ok(null)) : Promise.reject(new Error('a bug'))));
  await expect(buggy).rejects.toThrow('a bug');
  isMended = true;
  await add('next');
  expect(written).toEqual(['next']);
});

test('what one screen could not write is written by the next', async () => {
  const store = newStore();
  const left = writing(store);
  left.breakOff(true);
  await left.add('left behind');
  left.breakOff(false);
  const next = writing(store);
  await next.add('new');
  await expect.poll(() => [left.written, next.written, next.faults.at(-1)]).toEqual([['left behind'], ['new'], null]);
});

test('what one screen could not write is told of on the next, while it still cannot be written', async () => {
  const store = newStore();
  const left = writing(store);
  left.breakOff(true);
  await left.add('left behind');
  const next = writing(store);
  await next.add('new');
  await expect.poll(() => [next.written, next.faults.at(-1)]).toEqual([[], lost]);
});
