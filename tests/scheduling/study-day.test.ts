import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayStartMs, describeDue, localDateOf, monthOf, studyDayOf, weekdayOf } from '#scheduling/study-day.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
const day = fc.integer({ min: -200_000, max: 200_000 });

/** The instant at which a clock `offset` minutes ahead of UTC shows this local time. */
function local(text: string, offset: number): number {
  return Date.parse(`${text}Z`) - offset * MINUTE_MS;
}

const dayOf = (text: string, offset: number): number => studyDayOf(local(text, offset), offset);

test('the study day ends at 04:00 exactly, in any time zone', () => {
  fc.assert(
    fc.property(day, offsets, (studyDay, offset) => {
      const start = dayStartMs(studyDay, offset);
      expect(studyDayOf(start, offset)).toBe(studyDay);
      expect(studyDayOf(start - 1, offset)).toBe(studyDay - 1);
      expect(studyDayOf(start + 24 * HOUR_MS - 1, offset)).toBe(studyDay);
    }),
  );
  expect(dayOf('2026-05-02T03:59:59.999', 120)).toBe(dayOf('2026-05-01T12:00', 120));
  expect(dayOf('2026-05-02T04:00', 120)).toBe(dayOf('2026-05-01T12:00', 120) + 1);
});

test('the nights that clocks change are one study day long, like any other', () => {
  // Berlin, 29 March 2026: 02:00 becomes 03:00, and the day has 23 hours.
  const beforeSpring = dayOf('2026-03-28T22:00', 60);
  expect(dayOf('2026-03-29T03:30', 120)).toBe(beforeSpring);
  expect(dayOf('2026-03-29T04:00', 120)).toBe(beforeSpring + 1);
  // Berlin, 25 October 2026: 03:00 becomes 02:00, and 02:30 comes twice.
  const beforeAutumn = dayOf('2026-10-24T22:00', 120);
  expect(dayOf('2026-10-25T02:30', 120)).toBe(beforeAutumn);
  expect(dayOf('2026-10-25T02:30', 60)).toBe(beforeAutumn);
  expect(dayOf('2026-10-25T04:00', 60)).toBe(beforeAutumn + 1);
});

test('a traveller keeps the calendar day of the place', () => {
  // Noon on 1 May in Tokyo, then 19 hours later 1 May in San Francisco: the same study day.
  const tokyo = local('2026-05-01T12:00', 540);
  const sanFrancisco = local('2026-05-01T15:00', -420);
  expect(sanFrancisco - tokyo).toBe(19 * HOUR_MS);
  expect(studyDayOf(sanFrancisco, -420)).toBe(studyDayOf(tokyo, 540));
  // The other way round a flight over the date line may skip a day, and never goes back one.
  expect(dayOf('2026-05-03T06:00', 540) - dayOf('2026-05-01T20:00', -420)).toBe(2);
});

test('a study day has the date of its calendar day', () => {
  fc.assert(
    fc.property(day, (studyDay) => {
      const date = new Date(studyDay * 24 * HOUR_MS);
      expect(localDateOf(studyDay)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
      expect(weekdayOf(studyDay)).toBe((date.getUTCDay() + 6) % 7);
    }),
    { numRuns: 2000 },
  );
});

test('after midnight the date is still that of the evening', () => {
  expect(localDateOf(dayOf('2028-03-01T01:30', 60))).toEqual({ year: 2028, month: 2, day: 29 });
});

test('months count on through the years', () => {
  const december = dayOf('2026-12-31T12:00', 0);
  expect(monthOf(december + 1) - monthOf(december)).toBe(1);
  expect(monthOf(december)).toBe(monthOf(december - 30));
});

test.each([
  [0, 'today'],
  [-3, 'today'],
  [1, 'tomorrow'],
  [2, 'in 2 days'],
  [9, 'in 9 days'],
  [13, 'in 13 days'],
  [14, 'in 2 weeks'],
  [21, 'in 3 weeks'],
  [55, 'in 8 weeks'],
  [56, 'in 2 months'],
  [122, 'in 4 months'],
  [365, 'in 12 months'],
  [548, 'in 2 years'],
  [36_500, 'in 100 years'],
])('a card due %i days from today comes back %s', (days, words) => {
  expect(describeDue(20_500 + days, 20_500)).toBe(words);
});
