import { expect, test } from 'vitest';
import type { Source } from '#content/track.ts';
import { citedOrder } from '#screens/cited-order.ts';

const source = (id: string): Source => ({
  id,
  title: id,
  author: 'A',
  year: 2000,
  kind: 'book',
  checked: '2026-01-01',
  provenance: 'primary',
});
const sources = ['a', 'b', 'c', 'd'].map(source);
const order = (texts: readonly string[], named?: readonly string[]) =>
  citedOrder(texts, sources, named).map(({ id }) => id);

test('sources are numbered as they are cited, those only named after them, each once', () => {
  expect(order(['One [@c] and [@a].', 'Again [@c].'], ['a', 'd'])).toEqual(['c', 'a', 'd']);
});

test('a source that is nowhere is left out', () => {
  expect(order(['Gone [@z].'])).toEqual([]);
});
