import { expect, test } from 'vitest';
import { dateWords, daysOfMonth, dayWords, isoDateWords } from '#screens/you/date-words.ts';

const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;
const today = dayOf(2026, 11, 22);

test('a day has its weekday and month', () => {
  expect(dayWords(today)).toBe('Sunday 22 November');
});

test('a date is near, of this year, or has its year', () => {
  expect(dateWords(today, today)).toBe('today');
  expect(dateWords(today - 1, today)).toBe('yesterday');
  expect(dateWords(dayOf(2026, 3, 1), today)).toBe('1 March');
  expect(dateWords(dayOf(2025, 12, 31), today)).toBe('31 December 2025');
});

test('a date of the content is told in the same words', () => {
  expect(isoDateWords('2026-02-03')).toBe('3 February 2026');
});

test('a month has all its days, leap days too', () => {
  const february = daysOfMonth(dayOf(2028, 2, 10));
  expect(february).toHaveLength(29);
  expect(february[0]).toBe(dayOf(2028, 2, 1));
  expect(daysOfMonth(dayOf(2026, 12, 31))).toHaveLength(31);
});
