import { expect, test } from 'vitest';
import { numberTyped } from '#ui/number-typed.ts';

test.each([
  ['3', 3],
  [' 0.5 ', 0.5],
  ['0,5', 0.5],
  ['-2', -2],
  ['\u22122', -2],
  ['.25', 0.25],
  ['1,000', 1000],
  ['12,345.5', 12345.5],
  ['1 000 000', 1_000_000],
  ['2e3', 2000],
])('%j is the number %d', (typed, value) => {
  expect(numberTyped(typed)).toBe(value);
});

test.each(['', 'three', '1.2.3', '--1', '5 ms', '1,2,3', 'Infinity'])('%j is no number', (typed) => {
  expect(numberTyped(typed)).toBeUndefined();
});
