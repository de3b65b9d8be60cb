import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent } from '#progress/event.ts';
import { isSameData, mergeLogs } from '#progress/merge.ts';
import { histories } from '#tests/support/histories.ts';

const logs = histories.map(({ logs: [one = [], other = [], third = []] }) => [one, other, third] as const);

function union(one: readonly LogEvent[], other: readonly LogEvent[]): readonly LogEvent[] {
  const merged = mergeLogs(one, other);
  if (!merged.ok) throw new Error(`conflict over ${merged.fault.ids.join()}`);
  return merged.value;
}

test('merging is commutative', () => {
  fc.assert(fc.property(logs, ([one, other]) => void expect(union(one, other)).toEqual(union(other, one))));
});

test('merging is associative', () => {
  fc.assert(
    fc.property(
      logs,
      ([one, other, third]) => void expect(union(union(one, other), third)).toEqual(union(one, union(other, third))),
    ),
  );
});

test('merging is idempotent, and nothing is its unit', () => {
  fc.assert(
    fc.property(logs, ([one, other]) => {
      const both = union(one, other);
      expect(union(both, one)).toEqual(both);
      expect(union(both, both)).toEqual(both);
      expect(union(one, [])).toEqual(one);
    }),
  );
});

test('merging never loses an event and never makes one up', () => {
  fc.assert(
    fc.property(logs, ([one, other]) => {
      const ids = new Set([...one, ...other].map(({ id }) => id));
      expect(new Set(union(one, other).map(({ id }) => id))).toEqual(ids);
      expect(union(one, other)).toHaveLength(ids.size);
    }),
  );
});

test('one id with two contents is a conflict, named the same from either side', () => {
  const head = { device: 'a', seq: 1, at: 5, offset: 0, tick: 5, kind: 'conceptKept' };
  const events: LogEvent[] = ['a-1-x', 'a-1-y'].map((id) => ({ ...head, id, concept: 'lease' }));
  const changed = events.map((event) => ({ ...event, concept: 'quorum' }));
  const conflict = { ok: false, fault: { kind: 'conflict', ids: ['a-1-x', 'a-1-y'] } };
  expect(mergeLogs(events, changed)).toEqual(conflict);
  expect(mergeLogs(changed, [...events].reverse())).toEqual(conflict);
});

test('content is compared whatever the order of its keys', () => {
  expect(isSameData({ a: [1, { b: 2, c: null }] }, { a: [1, { c: null, b: 2 }] })).toBe(true);
  expect(isSameData({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(isSameData({ a: 1 }, { a: 1, b: 1 })).toBe(false);
  expect(isSameData({ a: 1, b: 1 }, { a: 1, c: 1 })).toBe(false);
  expect(isSameData([], {})).toBe(false);
  expect(isSameData(null, {})).toBe(false);
});
