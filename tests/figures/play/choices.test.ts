import { expect, test } from 'vitest';
import { choicesOf } from '#figures/play/run-of-board.ts';
import type { Board } from '#puzzles/board.ts';

/** A board on which only the moves and their words matter. */
const boardOf = (sentences: readonly string[]): Board =>
  ({
    system: { moves: () => sentences.map((_, index) => index) },
    say: (_: unknown, step: number) => sentences[step],
    namesOf: () => ['deliver'],
  }) as unknown as Board;

const said = (sentences: readonly string[]) => choicesOf(boardOf(sentences), null).map(({ sentence }) => sentence);

test('a move is said as the simulator says it', () => {
  expect(said(['Deliver Read from A to B', 'Crash A'])).toEqual(['Deliver Read from A to B', 'Crash A']);
});

test('moves that would be said alike are told apart by a number', () => {
  expect(said(['Deliver Read from A to B', 'Crash A', 'Deliver Read from A to B'])).toEqual([
    'Deliver Read from A to B (1 of 2)',
    'Crash A',
    'Deliver Read from A to B (2 of 2)',
  ]);
});
