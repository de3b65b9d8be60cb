import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEvent } from '#storage/event-schema.ts';
import { histories } from '#tests/support/histories.ts';

const head = { id: 'phone-3-x', device: 'phone', seq: 3, at: 1000, offset: -480, tick: 1000 };
const kept = { ...head, kind: 'conceptKept', concept: 'lease' };
const graded = {
  ...head,
  kind: 'cardGraded',
  card: 'lease',
  major: 1,
  during: 'review',
  elapsedMs: 10.5,
  grade: 'good',
  dueDay: 3,
  memoryBefore: 'x',
  retention: 0.9,
};

test('every event that the app writes comes back from JSON as it was', () => {
  fc.assert(
    fc.property(histories, ({ all }) => {
      for (const event of all) {
        const line: unknown = JSON.parse(JSON.stringify(event));
        expect(checkEvent(line)).toEqual({ ok: true, value: event });
      }
    }),
  );
});

test('an unknown kind with a sound head is kept, and so are fields that this version does not know', () => {
  for (const event of [
    { ...head, kind: 'cardSung', tune: [1, { loud: true }] },
    { ...kept, because: 'why not' },
  ]) {
    expect(checkEvent(event)).toEqual({ ok: true, value: event });
  }
});

test.each([
  ['a text', 'hello', 'expected object'],
  ['nothing', null, 'expected object'],
  ['a list', [], 'expected object'],
  ['an event without an id', { ...kept, id: undefined }, 'id: Invalid input: expected string'],
  ['an id of another shape', { ...kept, id: 'phone' }, 'id: not an event id'],
  ['an id of another device', { ...kept, id: 'laptop-3-x' }, 'id: does not agree with device and seq'],
  ['an id of another seq', { ...kept, id: 'phone-4-x' }, 'id: does not agree with device and seq'],
  ['a time before 1970', { ...kept, at: -1, tick: 5 }, 'at: Too small'],
  ['a time after the last date', { ...kept, at: 9e15 }, 'at: Too big'],
  ['an offset of no time zone', { ...kept, offset: 5000 }, 'offset: Too big'],
  ['a tick before its time', { ...kept, tick: 999 }, 'tick: not within a day of its time'],
  ['a tick years after its time', { ...kept, tick: 1000 + 2 * 86_400_000 }, 'tick: not within a day of its time'],
  ['a known kind that lacks its subject', { ...head, kind: 'conceptKept' }, 'concept: Invalid input: expected string'],
  ['an unknown grade', { ...graded, grade: 'perfect' }, 'grade: Invalid option'],
  ['a due day that is no day', { ...graded, dueDay: 1e12 }, 'dueDay: Too big'],
  ['a retention that no interval has', { ...graded, retention: 1 }, 'retention: Too big'],
  ['a name without end', { ...kept, concept: 'x'.repeat(201) }, 'concept: Too big'],
])('%s is refused, with the reason', (_name, value, reason) => {
  expect(checkEvent(value)).toEqual({ ok: false, fault: expect.stringContaining(reason) });
});

test('all reasons are given at once', () => {
  const checked = checkEvent({ ...graded, grade: 'perfect', major: 0 });
  expect(checked.ok ? '' : checked.fault).toMatch(/major: .*; grade: |grade: .*; major: /);
});

test('data nested without end is refused before it can harm', () => {
  let nested: unknown = 1;
  for (let depth = 0; depth < 10_000; depth++) nested = [nested];
  expect(checkEvent({ ...head, kind: 'cardSung', nested })).toEqual({ ok: false, fault: 'nested more than 16 deep' });
});
