import { expect, test } from 'vitest';
import type { EventBody, LogEvent } from '#progress/event.ts';
import { replay } from '#progress/replay.ts';
import type { CardRow, PuzzleRow } from '#progress/rows.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { eventAfter, gradeOf } from '#tests/support/histories.ts';

const NOON_MS = Date.UTC(2026, 2, 1, 12);

function rowsAfter(...bodies: readonly EventBody[]) {
  const log: LogEvent[] = [];
  bodies.forEach((body, index) => log.push(eventAfter(log, 'a', body, NOON_MS + index * 1000)));
  const rows = replay(log, fsrs);
  return {
    puzzle: rows.get('puzzle:silent-shop')?.row as PuzzleRow | undefined,
    card: rows.get('card:lease')?.row as CardRow | undefined,
  };
}

const tried = { puzzle: 'silent-shop', round: 'silence', rung: 'alone', hints: 0, wrongClaims: 0 } as const;
const left: EventBody = { kind: 'puzzleAttempted', ...tried, hints: 1, path: [0, 2] };
const solved: EventBody = { kind: 'puzzleSolved', ...tried, moves: 3, by: 'moves', isClean: true, cards: ['lease'] };
const predicted = (choice: string, isRight: boolean, grade: 'again' | null): EventBody => {
  const { dueDay, memoryBefore, retention } = gradeOf([], 'lease', 'again', NOON_MS);
  return {
    kind: 'puzzlePredicted',
    puzzle: 'silent-shop',
    round: 'silence',
    choice,
    isRight,
    confidence: 'sure',
    card: 'lease',
    major: 1,
    outcome: grade && { grade, dueDay, memoryBefore, retention },
  };
};

test('a round that was left keeps its place until it is solved', () => {
  expect(rowsAfter(left).puzzle?.rounds['silence']).toMatchObject({
    open: { path: [0, 2], hints: 1 },
    isSolved: false,
  });
  expect(rowsAfter(left, solved).puzzle?.rounds['silence']).toMatchObject({ open: null, isSolved: true });
});

test('a worked example is no solution, and is remembered for the ladder', () => {
  const watched: EventBody = { ...solved, rung: 'watch', cards: [] };
  const row = rowsAfter(watched).puzzle;
  expect(row?.rounds['silence']).toMatchObject({ isSolved: false, solves: [{ rung: 'watch' }] });
  expect(row?.cards).toEqual([]);
});

test('solving adds the puzzle’s cards once', () => {
  expect(rowsAfter(solved, solved).puzzle?.cards).toEqual(['lease']);
});

test('the first prediction counts', () => {
  const { puzzle } = rowsAfter(predicted('no', false, null), predicted('yes', true, null));
  expect(puzzle?.rounds['silence']?.prediction).toEqual({ choice: 'no', isRight: false });
});

test('a prediction that was sure and wrong introduces its card, first in the queue', () => {
  expect(rowsAfter(predicted('no', false, 'again')).card).toMatchObject({
    isSureAndWrong: true,
    isLapsed: true,
    reps: 1,
  });
  expect(rowsAfter(predicted('yes', true, null)).card).toBeUndefined();
});
