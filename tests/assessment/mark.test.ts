import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mark } from '#assessment/mark.ts';
import type { Response } from '#assessment/response.ts';
import { samples } from './sample-items.ts';

function check(response: Response, score: number): void {
  expect(mark(samples[response.kind], response)).toEqual({ isRight: score === 1, score });
}

test.each(['single', 'predict', 'hot-spot'] as const)(
  'in a %s item the right choice is right and any other is not',
  (kind) => {
    check({ kind, chosen: 'right' }, 1);
    check({ kind, chosen: 'wrong-1' }, 0);
    check({ kind, chosen: 'no-such-option' }, 0);
  },
);

test('all right picks and no other make a multiple choice right', () => {
  check({ kind: 'multiple', chosen: ['right-3', 'right-1', 'right-2'] }, 1);
});

test('a missing pick costs its share, and a false one takes back a right one', () => {
  check({ kind: 'multiple', chosen: ['right-1', 'right-2'] }, 2 / 3);
  check({ kind: 'multiple', chosen: ['right-1', 'right-2', 'wrong-1'] }, 1 / 3);
  check({ kind: 'multiple', chosen: ['right-1', 'wrong-1', 'wrong-2'] }, 0);
  check({ kind: 'multiple', chosen: [] }, 0);
});

test('picking everything gains less than all, and a pick counts once', () => {
  check({ kind: 'multiple', chosen: ['right-1', 'right-2', 'right-3', 'wrong-1', 'wrong-2'] }, 1 / 3);
  check({ kind: 'multiple', chosen: ['right-1', 'right-1', 'right-1'] }, 1 / 3);
});

test('an order earns the share of neighbouring steps it keeps in order', () => {
  check({ kind: 'ordering', order: ['a', 'b', 'c', 'd'] }, 1);
  check({ kind: 'ordering', order: ['b', 'c', 'd', 'a'] }, 2 / 3);
  check({ kind: 'ordering', order: ['a', 'c', 'b', 'd'] }, 2 / 3);
  check({ kind: 'ordering', order: ['d', 'c', 'b', 'a'] }, 0);
  check({ kind: 'ordering', order: ['a', 'b'] }, 1 / 3);
  check({ kind: 'ordering', order: [] }, 0);
});

test('only the right order is right', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (order) => {
      expect(mark(samples.ordering, { kind: 'ordering', order }).isRight).toBe(order.join('') === 'abcd');
    }),
  );
});

test('matching earns the share of pairs, and right sides that read the same stand for each other', () => {
  check({ kind: 'matching', matches: { crash: 'crash', cut: 'cut', pause: 'pause', partition: 'partition' } }, 1);
  check({ kind: 'matching', matches: { crash: 'crash', cut: 'partition', pause: 'pause', partition: 'cut' } }, 1);
  check({ kind: 'matching', matches: { crash: 'pause', cut: 'cut', pause: 'crash', partition: 'partition' } }, 1 / 2);
  check({ kind: 'matching', matches: { crash: 'crash' } }, 1 / 4);
  check({ kind: 'matching', matches: {} }, 0);
});

test('a number is right within the tolerance, its bounds included', () => {
  check({ kind: 'numeric', value: 0.3 }, 1);
  check({ kind: 'numeric', value: 0.1 }, 1);
  check({ kind: 'numeric', value: 0.5 }, 1);
  check({ kind: 'numeric', value: 0.1 + 0.2 + 0.2 }, 1);
  check({ kind: 'numeric', value: 0.0999 }, 0);
  check({ kind: 'numeric', value: 0.5001 }, 0);
  check({ kind: 'numeric', value: Number.NaN }, 0);
  check({ kind: 'numeric', value: Number.POSITIVE_INFINITY }, 0);
});

test('an exact number forgives what binary fractions add, and no more', () => {
  const exact = { ...samples.numeric, tolerance: 0 };
  expect(mark(exact, { kind: 'numeric', value: 0.1 + 0.2 }).isRight).toBe(true);
  expect(mark(exact, { kind: 'numeric', value: 0.300001 }).isRight).toBe(false);
});

test('a cloze earns the share of blanks filled right', () => {
  check({ kind: 'cloze', filled: { first: 'right-1', second: 'right-2' } }, 1);
  check({ kind: 'cloze', filled: { first: 'right-1', second: 'wrong-2' } }, 1 / 2);
  check({ kind: 'cloze', filled: { second: 'right-1' } }, 0);
});

test('every score lies between 0 and 1, and only 1 is right', () => {
  const ids = ['right', 'right-1', 'right-2', 'right-3', 'wrong-1', 'wrong-2', 'a', 'b', 'crash', 'cut', 'other'];
  const id = fc.constantFrom(...ids);
  const response: fc.Arbitrary<Response> = fc.oneof(
    fc.record({ kind: fc.constantFrom('single' as const, 'predict' as const, 'hot-spot' as const), chosen: id }),
    fc.record({ kind: fc.constant('multiple' as const), chosen: fc.array(id) }),
    fc.record({ kind: fc.constant('ordering' as const), order: fc.array(id) }),
    fc.record({ kind: fc.constant('matching' as const), matches: fc.dictionary(id, id) }),
    fc.record({ kind: fc.constant('numeric' as const), value: fc.double() }),
    fc.record({ kind: fc.constant('cloze' as const), filled: fc.dictionary(fc.constantFrom('first', 'second'), id) }),
  );
  fc.assert(
    fc.property(response, (given) => {
      const { isRight, score } = mark(samples[given.kind], given);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(isRight).toBe(score === 1);
    }),
  );
});

test('a response of another kind is a bug, not a wrong answer', () => {
  expect(() => mark(samples.single, { kind: 'numeric', value: 1 })).toThrow('does not answer');
});
