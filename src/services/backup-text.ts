/** A backup as text: a header line, then one event a line. Reading checks every line before anything is believed. */
import { failed, ok, type Result } from '#base/result.ts';
import type { LogEvent } from '#progress/event.ts';
import { LONGEST_EVENT_CHARACTERS, MOST_EVENTS } from '#progress/limits.ts';
import type { BackupFault } from './backup-service.ts';

const FORMAT = 'quorum-backup';
const VERSION = 1;
/** Room for an event's head, and for characters that JSON writes as two. */
const LONGEST_LINE_CHARACTERS = 2 * LONGEST_EVENT_CHARACTERS;

/** The first line of a backup. */
interface Header {
  readonly format: string;
  readonly version: number;
  /** UTC, as in 2026-03-01T09:00:00.000Z. */
  readonly exportedAt: string;
  /** Who wrote it. A restore never takes this name. */
  readonly device: string;
  /** How many lines follow. */
  readonly events: number;
}

/** `at` is UTC ms. */
export function writeBackup(log: readonly LogEvent[], device: string, at: number): string {
  const exportedAt = new Date(at).toISOString();
  const header: Header = { format: FORMAT, version: VERSION, exportedAt, device, events: log.length };
  return [header, ...log].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The events of a backup, the one of line n at n − 2; or the first line that is not understood. */
export function readBackup(
  text: string,
  checkEvent: (value: unknown) => Result<LogEvent, string>,
): Result<readonly LogEvent[], BackupFault> {
  const lines = linesOf(text);
  const header = headerOf(lines[0] ?? '');
  if (!header.ok) return header;
  const expected = header.value.events;
  const events: LogEvent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const event =
      index > expected ? failed(`the first line promises only ${expected} events`) : eventOf(line, checkEvent);
    if (!event.ok) return failed({ kind: 'broken-line', line: index + 1, reason: event.fault });
    events.push(event.value);
  }
  if (events.length === expected) return ok(events);
  const reason = `the file ends after ${events.length} of ${expected} events`;
  return failed({ kind: 'broken-line', line: lines.length, reason });
}

/** Line ends of either kind, with or without a last one, and a byte order mark are all the same to us. */
function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function headerOf(line: string): Result<Header, BackupFault> {
  const header = parsed(line) as Partial<Header> | null | undefined;
  const refused = (reason: string) => failed({ kind: 'not-a-backup', reason } as const);
  if (typeof header !== 'object' || header === null || header.format !== FORMAT) {
    return refused(`its first line does not say "${FORMAT}"`);
  }
  if (!isCount(header.version) || header.version < 1) return refused('its first line has no version');
  if (header.version > VERSION) return failed({ kind: 'newer-backup', found: header.version, known: VERSION });
  if (!isCount(header.events)) return refused('its first line does not say how many events follow');
  if (header.events > MOST_EVENTS) return refused(`it has more than ${MOST_EVENTS} events`);
  return ok(header as Header);
}

function eventOf(line: string, checkEvent: (value: unknown) => Result<LogEvent, string>): Result<LogEvent, string> {
  if (line.length > LONGEST_LINE_CHARACTERS) return failed(`longer than ${LONGEST_LINE_CHARACTERS} characters`);
  const value = parsed(line);
  return value === undefined ? failed('not JSON') : checkEvent(value);
}

/** `undefined` for a text that is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
