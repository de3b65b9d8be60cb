import { expect, test } from 'vitest';
import type { PuzzleSummary } from '#content/compiled.ts';
import type { PuzzleRow, SectionRow } from '#progress/rows.ts';
import { puzzleToOffer } from '#screens/today/puzzle-offer.ts';

const puzzle = (id: string, section: string): PuzzleSummary => ({
  id,
  number: 1,
  title: id,
  module: '9.1',
  concept: 'crossing',
  section,
  rounds: [
    { id: 'one', ask: 'Do it.' },
    { id: 'two', ask: 'Undo it.' },
  ],
});
const shelf = { puzzles: [puzzle('first', 'early'), puzzle('second', 'late')], modules: [], concepts: [] };
const read = (section: string, lastAt: number): SectionRow => ({
  section,
  module: '9.1',
  screen: 0,
  isRead: true,
  lastAt,
});
const row = (id: string, solved: readonly string[], lastAt: number): PuzzleRow => ({
  puzzle: id,
  rounds: Object.fromEntries(
    solved.map((round) => [round, { prediction: null, open: null, solves: [], isSolved: true }]),
  ),
  cards: [],
  lastAt,
});

test('nothing is offered before its section was read', () => {
  expect(puzzleToOffer(shelf, [], [])).toBeNull();
  expect(puzzleToOffer(shelf, [{ ...read('early', 1), isRead: false }], [])).toBeNull();
});

test('the section that was read last gives the puzzle', () => {
  expect(puzzleToOffer(shelf, [read('early', 1), read('late', 2)], [])).toMatchObject({
    puzzle: { id: 'second' },
    ask: 'Do it.',
    isBegun: false,
  });
});

test('one that was begun comes first, with the round that is next', () => {
  const offer = puzzleToOffer(shelf, [read('late', 2)], [row('first', ['one'], 3)]);
  expect(offer).toMatchObject({ puzzle: { id: 'first' }, ask: 'Undo it.', isBegun: true });
});

test('what is solved is not offered again', () => {
  const rows = [row('first', ['one', 'two'], 3), row('second', ['one', 'two'], 4)];
  expect(puzzleToOffer(shelf, [read('early', 1), read('late', 2)], rows)).toBeNull();
});
