import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventBody, LogEvent } from '#progress/event.ts';
import type { CardRow } from '#progress/rows.ts';
import { digestOf, dueDay } from '#scheduling/card-schedule.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import type { Grade } from '#scheduling/memory.ts';
import { studyDayOf } from '#scheduling/study-day.ts';
import { cardRow, eventAfter, gradeOf, histories } from '#tests/support/histories.ts';

const DAY_MS = 86_400_000;
const NOON_MS = Date.UTC(2026, 2, 1, 12);
const FIRST_DAY = studyDayOf(NOON_MS, 0);
const card = 'lease';

/** A log written by one device, one event a day from noon of the first of March. */
function log(
  ...bodies: readonly (EventBody | Grade | ((log: readonly LogEvent[], at: number) => EventBody))[]
): LogEvent[] {
  const events: LogEvent[] = [];
  bodies.forEach((body, day) => {
    const at = NOON_MS + day * DAY_MS;
    const made =
      typeof body === 'string' ? gradeOf(events, card, body, at) : typeof body === 'function' ? body(events, at) : body;
    events.push(eventAfter(events, 'a', made, at));
  });
  return events;
}

function rowOf(events: readonly LogEvent[]): CardRow {
  const row = cardRow(events, card);
  if (row === undefined) throw new Error('the card has no row');
  return row;
}

const missed = (confidence: 'sure' | 'guess', at: number, events: readonly LogEvent[] = []): EventBody => {
  const { grade, dueDay: due, memoryBefore, retention } = gradeOf(events, card, 'again', at);
  return {
    kind: 'checkAnswered',
    attempt: 'first',
    module: '5.1',
    item: 'item',
    objective: 'name-it',
    response: { kind: 'single', chosen: 'a' },
    isRight: false,
    score: 0,
    confidence,
    card,
    major: 1,
    outcome: { grade, dueDay: due, memoryBefore, retention },
  };
};

test('a first grade introduces the card', () => {
  const row = rowOf(log('good'));
  expect(row).toMatchObject({
    major: 1,
    introducedDay: FIRST_DAY,
    lastDay: FIRST_DAY,
    reps: 1,
    lapses: 0,
    firstOfDay: [true],
  });
  expect(row.dueDay).toBeGreaterThan(FIRST_DAY);
});

test('a grade keeps the day it promised while the memory before it is as it was', () => {
  const balanced = log('good', (events, at) => ({ ...gradeOf(events, card, 'good', at), dueDay: FIRST_DAY + 12 }));
  expect(rowOf(balanced).dueDay).toBe(FIRST_DAY + 12);
});

test('a promise made on other grounds is computed again, without balancing', () => {
  const [, second] = log('good', (events, at) => ({ ...gradeOf(events, card, 'easy', at), dueDay: FIRST_DAY + 165 }));
  const elsewhere = eventAfter([], 'b', gradeOf([], card, 'again', NOON_MS + 1000), NOON_MS + 1000);
  const [first] = log('good');
  const before = rowOf([first as LogEvent, elsewhere]);
  const merged = rowOf([first as LogEvent, second as LogEvent, elsewhere]);
  expect(merged.dueDay).toBe(dueDay(fsrs, before, FIRST_DAY + 1, 'easy', 0.9));
  expect(merged.dueDay).toBeLessThan(FIRST_DAY + 165);
});

test('every due day is the promised one or the one computed, whatever was merged', () => {
  fc.assert(
    fc.property(histories, ({ all }) => {
      const row = cardRow(all, card);
      if (row?.memory == null) return;
      expect(Number.isInteger(row.dueDay)).toBe(true);
      expect(row.memory.stability).toBeGreaterThan(0);
      expect(row.lastDay).toBeGreaterThanOrEqual(row.introducedDay ?? Number.POSITIVE_INFINITY);
      expect(row.firstOfDay.length).toBeLessThanOrEqual(Math.min(3, row.reps));
      expect(row.undoable.length).toBeLessThanOrEqual(row.reps);
    }),
  );
});

test('a clock set back makes no negative time: the days count from the latest', () => {
  const events = log('good', 'good');
  const back = NOON_MS - DAY_MS / 4;
  const row = rowOf([...events, eventAfter(events, 'a', gradeOf(events, card, 'good', back), back)]);
  expect(row).toMatchObject({ reps: 3, lastDay: FIRST_DAY + 1, firstOfDay: [true, true] });
});

test('a higher major revision starts the card again', () => {
  const row = rowOf(log('good', 'good', (events, at) => gradeOf(events, card, 'hard', at, { major: 2 })));
  expect(row).toMatchObject({ major: 2, reps: 1, introducedDay: FIRST_DAY + 2, firstOfDay: [true] });
  expect(row.undoable).toHaveLength(1);
});

test('a grade of an older major revision is history only', () => {
  const newer = log((events, at) => gradeOf(events, card, 'good', at, { major: 2 }));
  const older = eventAfter(
    newer,
    'b',
    gradeOf([], card, 'again', NOON_MS + 2 * DAY_MS, { major: 1 }),
    NOON_MS + 2 * DAY_MS,
  );
  expect(rowOf([...newer, older])).toEqual(rowOf(newer));
});

test('undoing the grade that started a new revision brings the old memory back', () => {
  const old = log('good', 'good');
  const at = NOON_MS + 2 * DAY_MS;
  const restart = eventAfter(old, 'a', gradeOf(old, card, 'good', at, { major: 2 }), at);
  const undo = eventAfter(
    [...old, restart],
    'a',
    { kind: 'gradeUndone', target: restart.id, card, day: FIRST_DAY + 2 },
    at,
  );
  expect(rowOf([...old, restart, undo])).toEqual(rowOf(old));
});

test('an item missed while sure introduces its card and puts it first, until a review grades it', () => {
  const wrong = log((_, at) => missed('sure', at));
  expect(rowOf(wrong)).toMatchObject({
    isSureAndWrong: true,
    introducedDay: FIRST_DAY,
    dueDay: FIRST_DAY + 1,
    undoable: [],
  });
  const at = NOON_MS + DAY_MS;
  const recalled = eventAfter(wrong, 'a', { ...gradeOf(wrong, card, 'good', at), during: 'recall' }, at);
  expect(rowOf([...wrong, recalled]).isSureAndWrong).toBe(true);
  const reviewed = eventAfter(wrong, 'a', gradeOf(wrong, card, 'again', at), at);
  expect(rowOf([...wrong, reviewed]).isSureAndWrong).toBe(false);
});

test('an item missed by a guess introduces its card, no more', () => {
  expect(rowOf(log((_, at) => missed('guess', at)))).toMatchObject({
    isSureAndWrong: false,
    reps: 1,
    isLapsed: true,
    lapses: 0,
  });
});

test('the first grade of each of the last three days is kept', () => {
  const events = log('again', 'good', 'again', 'good', 'hard');
  const sameDay = NOON_MS + 4 * DAY_MS + 1000;
  events.push(eventAfter(events, 'a', gradeOf(events, card, 'again', sameDay), sameDay));
  expect(rowOf(events).firstOfDay).toEqual([false, true, true]);
});

test('a lapse is counted once a day, and never on a new card', () => {
  const events = log('again', 'good', 'again');
  const sameDay = NOON_MS + 2 * DAY_MS + 1000;
  events.push(eventAfter(events, 'a', gradeOf(events, card, 'again', sameDay), sameDay));
  expect(rowOf(events)).toMatchObject({ lapses: 1, isLapsed: true });
});

test('the last fifty grades can be undone', () => {
  const events = log(...Array.from({ length: 52 }, () => 'good' as const));
  expect(rowOf(events).undoable).toEqual(events.slice(2).map(({ id }) => id));
});

test('a reset card is new again, and keeps its wording', () => {
  const reworded: EventBody = { kind: 'cardReworded', card, prompt: 'Why?', answer: 'So.' };
  const row = rowOf(log('good', reworded, { kind: 'cardReset', card }));
  expect(row).toMatchObject({
    memory: null,
    dueDay: null,
    lastDay: null,
    reps: 0,
    undoable: [],
    reworded: { prompt: 'Why?', answer: 'So.' },
  });
  expect(digestOf(row)).toBe(digestOf({ card, memory: null, lastDay: null, reps: 0 }));
});

test('empty words restore the wording of the course', () => {
  const reworded: EventBody = { kind: 'cardReworded', card, prompt: 'Why?', answer: 'So.' };
  expect(rowOf(log(reworded, { ...reworded, prompt: '', answer: '' })).reworded).toBeNull();
});

test('a resumed card is neither suspended nor buried', () => {
  const away = log({ kind: 'cardSuspended', card }, { kind: 'cardBuried', card, until: FIRST_DAY + 9 });
  expect(rowOf(away)).toMatchObject({ isSuspended: true, buriedUntil: FIRST_DAY + 9 });
  const at = NOON_MS + 2 * DAY_MS;
  expect(rowOf([...away, eventAfter(away, 'a', { kind: 'cardResumed', card }, at)])).toMatchObject({
    isSuspended: false,
    buriedUntil: null,
  });
});

test('the day of a grade is that of its own clock, not of the viewer', () => {
  const lateInTokyo = Date.UTC(2026, 2, 1, 18, 30);
  const day = (offset: number) =>
    rowOf([eventAfter([], 'a', gradeOf([], card, 'again', lateInTokyo, { offset }), lateInTokyo, offset)]).lastDay;
  expect(day(540)).toBe(FIRST_DAY);
  expect(day(600)).toBe(FIRST_DAY + 1);
  expect(day(-480)).toBe(FIRST_DAY);
});

test('no row depends on the time zone of the device that replays it', () => {
  const home = process.env['TZ'];
  fc.assert(
    fc.property(histories, ({ all }) => {
      const rows = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
        process.env['TZ'] = zone;
        return cardRow(all, card);
      });
      expect(rows[0]).toEqual(rows[1]);
    }),
    { numRuns: 20 },
  );
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});
