import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchEntry } from '#content/compiled.ts';
import { grouped, ranked } from '#screens/search/rank.ts';

const entry = (title: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'concept',
  title,
  path: `/${title}/`,
  words: '',
  about: '',
  ...more,
});
const titles = (entries: readonly SearchEntry[]) => entries.map(({ title }) => title);

const index = [
  entry('Clocks', { about: 'What a lease rests on.' }),
  entry('Locks', { words: 'mutual exclusion lease' }),
  entry('Kubernetes Lease'),
  entry('Lease renewal'),
  entry('Lease'),
];

test('the title itself comes first, then its beginning, its words, the filed words and the line below', () => {
  expect(titles(ranked(index, 'lease'))).toEqual(['Lease', 'Lease renewal', 'Kubernetes Lease', 'Locks', 'Clocks']);
});

test('every word has to be found somewhere', () => {
  expect(titles(ranked(index, 'lease mutual'))).toEqual(['Locks']);
  expect(ranked(index, 'lease submarine')).toEqual([]);
});

test('a title that goes on as the query does comes before one with its words apart', () => {
  const entries = [entry('Election without a leader'), entry('Leader election')];
  expect(titles(ranked(entries, 'leader elec'))).toEqual(['Leader election', 'Election without a leader']);
});

test('capitals, accents and blanks make no difference', () => {
  expect(titles(ranked([entry('Café')], ' CAFE '))).toEqual(['Café']);
});

test('nothing is asked, nothing is found', () => {
  expect(ranked(index, '  ')).toEqual([]);
});

test('equals keep their order', () => {
  const entries = [entry('Tide'), entry('Ties'), entry('Time')];
  expect(titles(ranked(entries, 'ti'))).toEqual(['Tide', 'Ties', 'Time']);
});

test('results stand by kind, that of the best result first', () => {
  const found = ranked(
    [entry('Sections on leases', { kind: 'section' }), entry('Lease'), entry('Leaseholder', { kind: 'section' })],
    'lease',
  );
  expect(grouped(found).map(({ kind, entries }) => [kind, titles(entries)])).toEqual([
    ['concept', ['Lease']],
    ['section', ['Leaseholder', 'Sections on leases']],
  ]);
});

const word = fc.constantFrom('lease', 'lock', 'leader', 'clock', 'quorum', 'le', 'CRDTs');
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const entries = fc.array(
  fc.record({ title: text, words: text, about: text }).map(({ title, ...more }) => entry(title, more)),
  { maxLength: 8 },
);

test('another word never finds more', () => {
  fc.assert(
    fc.property(entries, text, word, (all, query, more) => {
      if (query === '') return;
      const before = new Set(ranked(all, query));
      expect(ranked(all, `${query} ${more}`).every((found) => before.has(found))).toBe(true);
    }),
  );
});

test('grouping loses and adds nothing', () => {
  fc.assert(
    fc.property(entries, text, (all, query) => {
      const found = ranked(all, query);
      const regrouped = grouped(found).flatMap((group) => group.entries);
      expect(new Set(regrouped)).toEqual(new Set(found));
      expect(regrouped).toHaveLength(found.length);
    }),
  );
});
