/** A calendar file with one daily event (RFC 5545). It knows no clock: what it needs of the time is given. */
import { localDateOf, type StudyDay } from '#scheduling/study-day.ts';

const DAY_MS = 86_400_000;
const LONGEST_LINE_OCTETS = 75;

export interface Reminder {
  /** The first day it reminds of. */
  readonly day: StudyDay;
  /** 0 to 23, in whatever time zone the calendar is looked at. */
  readonly hour: number;
  readonly minutes: number;
  /** When the file was made, UTC ms. */
  readonly at: number;
  /** Names the event: a second file of the same device changes the reminder instead of adding one. */
  readonly device: string;
  /** The complete address of the review. */
  readonly url: string;
}

export function reminderCalendar({ day, hour, minutes, at, device, url }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quorum//Review reminder//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${textValue(`quorum-review-${device}`)}`,
    `DTSTAMP:${utcTime(at)}`,
    // No zone and no Z: seven in the evening stays seven in the evening wherever one is.
    `DTSTART:${dateDigits(day)}T${twoDigits(hour)}0000`,
    `DURATION:PT${minutes}M`,
    'RRULE:FREQ=DAILY',
    `SUMMARY:${textValue('Quorum: review')}`,
    `DESCRIPTION:${textValue(`A few cards, ${minutes} minutes at most.\n${url}`)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${textValue('Quorum: review')}`,
    'TRIGGER:PT0M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Lines over 75 octets go on in the next, after a space; never inside a character (RFC 5545 §3.1). */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > LONGEST_LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** RFC 5545 §3.3.11 */
function textValue(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');
}

function utcTime(at: number): string {
  const day = Math.floor(at / DAY_MS);
  const seconds = Math.floor((at - day * DAY_MS) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${dateDigits(day)}T${time.map(twoDigits).join('')}Z`;
}

function dateDigits(day: StudyDay): string {
  const { year, month, day: dayOfMonth } = localDateOf(day);
  return `${String(year).padStart(4, '0')}${twoDigits(month)}${twoDigits(dayOfMonth)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
