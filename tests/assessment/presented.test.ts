import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, presented } from '#assessment/presented.ts';
import { samples } from './sample-items.ts';

const kinds = ['single', 'multiple', 'ordering', 'matching', 'numeric', 'cloze', 'hot-spot', 'predict'] as const;
const idsOf = (choices: readonly Choice[]): string[] => choices.map(({ id }) => id);

test.each(kinds)('a %s item looks the same whenever the check is resumed', (kind) => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      expect(presented(samples[kind], seed)).toEqual(presented(samples[kind], seed));
    }),
  );
});

test.each(kinds)('a %s item shows ids and texts only, nothing that tells right from wrong', (kind) => {
  const { choices, blanks } = presented(samples[kind], 1);
  for (const choice of [...choices, ...Object.values(blanks).flat()])
    expect(Object.keys(choice)).toEqual(['id', 'text']);
});

test('options come in every order, and all of them each time', () => {
  const orders = Array.from({ length: 200 }, (_, seed) => idsOf(presented(samples.single, seed).choices));
  expect(new Set(orders.map((order) => order.join())).size).toBe(6);
  for (const order of orders) expect(order.toSorted()).toEqual(['right', 'wrong-1', 'wrong-2']);
});

test('two items of one check are shuffled apart', () => {
  const differs = Array.from({ length: 50 }, (_, seed) => seed).some((seed) => {
    const other = { ...samples.single, id: 'another' };
    return idsOf(presented(samples.single, seed).choices).join() !== idsOf(presented(other, seed).choices).join();
  });
  expect(differs).toBe(true);
});

test('steps to order never begin in their right order', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const order = idsOf(presented(samples.ordering, seed).choices);
      expect(order).not.toEqual(['a', 'b', 'c', 'd']);
      expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    }),
    { numRuns: 300 },
  );
});

test('matching offers the right sides, a cloze the options of each blank, a number nothing', () => {
  expect(
    presented(samples.matching, 3)
      .choices.map(({ text }) => text)
      .sort(),
  ).toEqual(['A link stops', 'A link stops', 'A machine stops', 'A machine waits']);
  expect(
    Object.entries(presented(samples.cloze, 3).blanks).map(([id, choices]) => [id, idsOf(choices).sort()]),
  ).toEqual([
    ['first', ['right-1', 'wrong-1']],
    ['second', ['right-2', 'wrong-2']],
  ]);
  expect(presented(samples.numeric, 3)).toEqual({ choices: [], blanks: {} });
});

test('spots stand in the order of time, however they are written', () => {
  const reversed = { ...samples['hot-spot'], spots: samples['hot-spot'].spots.toReversed() };
  expect(idsOf(presented(reversed, 1).choices)).toEqual(['early', 'right', 'late']);
  for (let seed = 0; seed < 20; seed++)
    expect(idsOf(presented(samples['hot-spot'], seed).choices)).toEqual(['early', 'right', 'late']);
});
