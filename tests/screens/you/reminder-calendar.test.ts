import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, reminderCalendar } from '#screens/you/reminder-calendar.ts';

const reminder = {
  day: 20_779,
  hour: 7,
  minutes: 15,
  at: Date.UTC(2026, 10, 22, 11, 5, 9),
  device: 'k3j9z',
  url: 'https://example.org/quorum/review/',
};
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('the event repeats daily at the same wall-clock hour in any time zone', () => {
  const lines = linesOf(reminderCalendar(reminder));
  expect(lines).toContain('DTSTART:20261122T070000');
  expect(lines).toContain('RRULE:FREQ=DAILY');
  expect(lines).toContain('DURATION:PT15M');
  expect(lines).toContain('URL:https://example.org/quorum/review/');
});

test('the file is stamped in UTC, and its event is named by the device', () => {
  const lines = linesOf(reminderCalendar(reminder));
  expect(lines).toContain('DTSTAMP:20261122T110509Z');
  expect(lines).toContain('UID:quorum-review-k3j9z');
});

test('a second file of the same device names the same event', () => {
  const uid = (text: string) => linesOf(text).find((line) => line.startsWith('UID:'));
  expect(uid(reminderCalendar({ ...reminder, hour: 20, at: reminder.at + 1 }))).toBe(uid(reminderCalendar(reminder)));
});

test('components open and close in order, and every line ends in CRLF', () => {
  const text = reminderCalendar(reminder);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const frame = linesOf(text).filter((line) => /^(BEGIN|END):/.test(line));
  expect(frame).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'BEGIN:VALARM',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('commas and line breaks of a text are escaped', () => {
  const description = linesOf(reminderCalendar(reminder)).find((line) => line.startsWith('DESCRIPTION:'));
  expect(description).toBe('DESCRIPTION:A few cards\\, 15 minutes at most.\\nhttps://example.org/quorum/review/');
});

test('a folded line has no part over 75 octets, and unfolds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replaceAll(/[\r\n]/g, '');
      const parts = folded(line).split('\r\n');
      expect(Math.max(...parts.map((part) => new TextEncoder().encode(part).length))).toBeLessThanOrEqual(75);
      expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
    }),
  );
});
