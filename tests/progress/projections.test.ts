import { expect, test } from 'vitest';
import { defaultSettings, type EventBody, type LogEvent } from '#progress/event.ts';
import { unfitReason } from '#progress/limits.ts';
import { replay } from '#progress/replay.ts';
import type { Rows, SubjectKind } from '#progress/rows.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { studyDayOf } from '#scheduling/study-day.ts';
import { eventAfter, gradeOf } from '#tests/support/histories.ts';

const NOON_MS = Date.UTC(2026, 2, 1, 12);
const DAY = studyDayOf(NOON_MS, 0);

/** The row after the events, a second apart. */
function rowAfter<Kind extends SubjectKind>(
  kind: Kind,
  key: string,
  ...bodies: readonly EventBody[]
): Rows[Kind] | undefined {
  const log: LogEvent[] = [];
  bodies.forEach((body, index) => log.push(eventAfter(log, 'a', body, NOON_MS + index * 1000)));
  return replay(log, fsrs).get(`${kind}:${key}`)?.row as Rows[Kind] | undefined;
}

const answered = (
  item: string,
  isRight: boolean,
  confidence: 'guess' | 'think' | 'sure',
): Extract<EventBody, { kind: 'checkAnswered' }> => ({
  kind: 'checkAnswered',
  attempt: 'one',
  module: '5.1',
  item,
  objective: 'name-it',
  response: { kind: 'single', chosen: 'a' },
  isRight,
  score: isRight ? 1 : 0.5,
  confidence,
  card: 'lease',
  major: 1,
  outcome: null,
});

test('a section keeps the screen that was open last, and stays read', () => {
  const reached = (screen: number): EventBody => ({ kind: 'sectionReached', section: 'leases', module: '5.2', screen });
  const row = rowAfter(
    'section',
    'leases',
    reached(3),
    { kind: 'sectionRead', section: 'leases', module: '5.2' },
    reached(1),
  );
  expect(row).toEqual({ section: 'leases', module: '5.2', screen: 1, isRead: true, lastAt: NOON_MS + 2000 });
});

test('the last answer to a prompt is kept', () => {
  const answer = (choice: string, isRight: boolean): EventBody => ({
    kind: 'promptAnswered',
    prompt: 'leases#guess',
    choice,
    isRight,
  });
  expect(rowAfter('prompt', 'leases#guess', answer('a', false), answer('b', true))).toEqual({
    prompt: 'leases#guess',
    choice: 'b',
    isRight: true,
  });
});

test('a concept can be kept and dropped', () => {
  expect(rowAfter('concept', 'lease', { kind: 'conceptKept', concept: 'lease' })?.isKept).toBe(true);
  expect(
    rowAfter(
      'concept',
      'lease',
      { kind: 'conceptKept', concept: 'lease' },
      { kind: 'conceptDropped', concept: 'lease' },
    )?.isKept,
  ).toBe(false);
});

test('a check keeps its answers in their order, and the first answer to each item', () => {
  const row = rowAfter(
    'check',
    'one',
    { kind: 'checkStarted', attempt: 'one', module: '5.1', items: ['x', 'y'] },
    answered('x', false, 'sure'),
    answered('y', true, 'guess'),
    answered('x', true, 'think'),
    { kind: 'checkFinished', attempt: 'one', module: '5.1', right: 1, of: 2, passed: false },
  );
  expect(row).toMatchObject({
    module: '5.1',
    items: ['x', 'y'],
    startedAt: NOON_MS,
    result: { right: 1, of: 2, passed: false, at: NOON_MS + 4000 },
  });
  expect(row?.answers.map(({ item, isRight }) => [item, isRight])).toEqual([
    ['x', false],
    ['y', true],
  ]);
});

test('calibration counts every answer under the confidence it was given with', () => {
  expect(
    rowAfter(
      'calibration',
      'all',
      answered('x', false, 'sure'),
      answered('y', true, 'sure'),
      answered('z', true, 'guess'),
    ),
  ).toEqual({
    counts: { guess: { right: 1, of: 1 }, think: { right: 0, of: 0 }, sure: { right: 1, of: 2 } },
  });
});

test('a day counts what was done on it, and no grade for more than a minute', () => {
  const first = gradeOf([], 'lease', 'good', NOON_MS);
  const later = { ...first, memoryBefore: 'something else', elapsedMs: 3_600_000 };
  const missed = { ...answered('x', false, 'sure'), outcome: { ...gradeOf([], 'quorum', 'again', NOON_MS) } };
  const row = rowAfter(
    'day',
    String(DAY),
    first,
    later,
    missed,
    answered('y', true, 'guess'),
    { kind: 'sectionRead', section: 'leases', module: '5.2' },
    { kind: 'checkFinished', attempt: 'one', module: '5.1', right: 1, of: 2, passed: false },
  );
  expect(row).toEqual({
    day: DAY,
    graded: 3,
    introduced: 2,
    sectionsRead: 1,
    checksFinished: 1,
    puzzlesSolved: 0,
    reviewMs: 64_000,
  });
});

test('the last save of a design review wins, and a deleted one comes back only by a later save', () => {
  const saved = (system: string): EventBody => ({
    kind: 'designReviewSaved',
    review: 'shop',
    system,
    answers: { failure: 'Retries.' },
  });
  const deleted: EventBody = { kind: 'designReviewDeleted', review: 'shop' };
  expect(rowAfter('designReview', 'shop', saved('Old'), saved('New'))).toMatchObject({
    system: 'New',
    savedAt: NOON_MS + 1000,
    isDeleted: false,
  });
  expect(rowAfter('designReview', 'shop', saved('Old'), deleted)?.isDeleted).toBe(true);
  expect(rowAfter('designReview', 'shop', deleted, saved('New'))?.isDeleted).toBe(false);
});

test('a setting takes a value that makes sense, and no other', () => {
  const set = (name: string, value: string | number | boolean) =>
    ({ kind: 'settingChanged', name, value }) as EventBody;
  expect(rowAfter('settings', 'all', set('theme', 'dark'), set('retention', 0.85), set('letters', 'wide'))).toEqual({
    ...defaultSettings,
    theme: 'dark',
    retention: 0.85,
    letters: 'wide',
  });
  expect(
    rowAfter(
      'settings',
      'all',
      set('theme', 'mauve'),
      set('lines', 'wider'),
      set('retention', 7),
      set('shortcuts', 'no'),
      set('__proto__', 1),
      set('voice', 'low'),
    ),
  ).toEqual(defaultSettings);
});

test('an event that a backup could not bring back is unfit for the log', () => {
  expect(unfitReason({ kind: 'conceptKept', concept: 'lease' })).toBeNull();
  expect(unfitReason({ ...gradeOf([], 'lease', 'good', NOON_MS), elapsedMs: Number.NaN })).toBe(
    'a number in cardGraded is not finite',
  );
  expect(unfitReason({ kind: 'cardReworded', card: 'lease', prompt: 'x'.repeat(100_000), answer: '' })).toBe(
    'cardReworded is longer than 100000 characters',
  );
});
