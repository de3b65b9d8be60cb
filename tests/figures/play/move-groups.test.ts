import { expect, test } from 'vitest';
import { filtered, groupsOf, isFilterable } from '#figures/play/move-groups.ts';

const choice = (sentence: string, kind: string, index = 0) => ({ sentence, kind, index });
const few = [choice('Deliver Vote from A to B', 'deliver'), choice('A’s clock ticks', 'tick')];
const many = [
  ...few,
  choice('Deliver Vote from B to C', 'deliver'),
  choice('Lose Vote from A to B', 'drop'),
  choice('Lose Vote from B to C', 'drop'),
  choice('Crash A', 'crash'),
  choice('Crash C', 'crash'),
];

test('a few moves are one list, many are grouped by kind', () => {
  expect(groupsOf(few)).toHaveLength(1);
  expect(groupsOf(many).map(({ name, choices }) => [name, choices.length])).toEqual([
    ['Deliver', 2],
    ['Clocks', 1],
    ['Lose', 2],
    ['Crash', 2],
  ]);
});

test('moves are chosen by node, by its whole name', () => {
  expect(isFilterable(few, ['A', 'B'])).toBe(false);
  expect(isFilterable(many, ['A', 'B', 'C'])).toBe(true);
  const ofA = filtered(many, { by: 'node', words: 'A' }).map(({ sentence }) => sentence);
  expect(ofA).toEqual(['Deliver Vote from A to B', 'A’s clock ticks', 'Lose Vote from A to B', 'Crash A']);
});

test('moves are chosen by message; one that is gone chooses nothing any more', () => {
  expect(filtered(many, { by: 'packet', words: 'Vote from B to C' })).toHaveLength(2);
  expect(filtered(many, { by: 'packet', words: 'Vote from C to A' })).toBe(many);
});
