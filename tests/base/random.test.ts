import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashText, randomFrom, shuffled } from '#base/random.ts';

test('a seed settles every number that follows, each from 0 up to 1', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [one, other] = [randomFrom(seed), randomFrom(seed)];
      for (let draw = 0; draw < 20; draw++) {
        const number = one();
        expect(number).toBe(other());
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(1);
      }
    }),
  );
});

test('a shuffle keeps every value once, and leaves what it was given', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (values, seed) => {
      const before = [...values];
      const after = shuffled(values, randomFrom(seed));
      expect(values).toEqual(before);
      expect(after.toSorted((one, other) => one - other)).toEqual(before.toSorted((one, other) => one - other));
      expect(shuffled(values, randomFrom(seed))).toEqual(after);
    }),
  );
});

test('every order comes up about as often', () => {
  const random = randomFrom(7);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw++) {
    const order = shuffled(['a', 'b', 'c'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('the hash of a text is the published FNV-1a', () => {
  expect(hashText('')).toBe(0x811c9dc5);
  expect(hashText('a')).toBe(0xe40c292c);
  expect(hashText('foobar')).toBe(0xbf9cf968);
});
