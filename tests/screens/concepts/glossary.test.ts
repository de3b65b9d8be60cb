import { expect, test } from 'vitest';
import type { Concept } from '#content/track.ts';
import { byLetter, matching } from '#screens/concepts/glossary.ts';

const concept = (name: string, more: Partial<Concept> = {}): Concept => ({
  id: name.toLowerCase(),
  name,
  isKey: false,
  module: '5.1',
  meaning: `What ${name} is.`,
  explanation: [],
  lookAlikes: [],
  aliases: [],
  sources: [],
  ...more,
});
const names = (concepts: readonly Concept[]) => concepts.map(({ name }) => name);
const lease = concept('Lease', { meaning: 'A right that ends **by itself**.', aliases: ['Kubernetes Lease'] });
const lock = concept('Lock', { meaning: 'Mutual exclusion.' });

test('a query of blanks leaves everything', () => {
  expect(matching([lease, lock], '  ')).toEqual([lease, lock]);
});

test('a concept is found by its name, an alias or its meaning', () => {
  expect(matching([lease, lock], 'LEA')).toEqual([lease]);
  expect(matching([lease, lock], 'kuber')).toEqual([lease]);
  expect(matching([lease, lock], 'exclusion')).toEqual([lock]);
});

test('each word of the query has to be found', () => {
  expect(matching([lease, lock], 'right ends')).toEqual([lease]);
  expect(matching([lease, lock], 'right exclusion')).toEqual([]);
});

test('markup is not searched', () => {
  expect(matching([lease], '**by')).toEqual([]);
});

test('the glossary is in the order of the alphabet, by letter, whatever the capitals', () => {
  const letters = byLetter([
    concept('timeout'),
    concept('Zone'),
    concept('Tail latency'),
    concept('3PC'),
    concept('Éclair'),
  ]);
  expect(letters.map(({ letter, concepts }) => [letter, names(concepts)])).toEqual([
    ['#', ['3PC']],
    ['E', ['Éclair']],
    ['T', ['Tail latency', 'timeout']],
    ['Z', ['Zone']],
  ]);
});
