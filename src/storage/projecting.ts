/** Bringing rows up to the log, inside the transaction that changes the log. */
import { assert } from '#base/assert.ts';
import type { LogEvent, ProgressEvent } from '#progress/event.ts';
import { advance } from '#progress/projections.ts';
import { type Projected, replaySubject } from '#progress/replay.ts';
import type { CardRow, Subject, SubjectKind } from '#progress/rows.ts';
import { isKnown, partsOf, subjectsOf } from '#progress/subjects.ts';
import type { Memory } from '#scheduling/memory.ts';
import type { StoredEvent, StoredRow } from './database.ts';
import type { Writing } from './transaction.ts';

export const storedEvent = (event: LogEvent): StoredEvent => ({ event, subjects: subjectsOf(event) });

export function storedRow(subject: Subject, { row, lastTick }: Projected): StoredRow {
  const { dueDay = null, isSureAndWrong = false } = subject.startsWith('card:') ? (row as CardRow) : {};
  if (dueDay === null) return { subject, row, lastTick };
  return { subject, row, lastTick, due: [isSureAndWrong ? 0 : 1, dueDay] };
}

/** The events by the subjects they touch, in their order. */
export function bySubject(events: readonly LogEvent[]): ReadonlyMap<Subject, readonly ProgressEvent[]> {
  const touched = new Map<Subject, ProgressEvent[]>();
  for (const event of events.filter(isKnown)) {
    for (const subject of subjectsOf(event)) {
      const known = touched.get(subject);
      if (known === undefined) touched.set(subject, [event]);
      else known.push(event);
    }
  }
  return touched;
}

export function kindsOf(subjects: Iterable<Subject>): ReadonlySet<SubjectKind> {
  return new Set(Array.from(subjects, (subject) => partsOf(subject).kind));
}

/**
 * Adds events that this device has just written, in their order, to a row: by folding them in where they sort after
 * all that is in it, else by replaying the subject. The events must be in the log already.
 */
export async function extendRow(
  transaction: Writing,
  subject: Subject,
  added: readonly ProgressEvent[],
  memory: Memory,
): Promise<void> {
  const stored = await transaction.objectStore('rows').get(subject);
  const lastTick = stored?.lastTick ?? Number.NEGATIVE_INFINITY;
  if (!added.every((event) => event.kind !== 'gradeUndone' && event.tick > lastTick)) {
    return replayRow(transaction, subject, memory);
  }
  const { kind, key } = partsOf(subject);
  const last = added.at(-1);
  const row = added.reduce((row, event) => advance(kind, key, row, event, memory), stored?.row);
  assert(row !== undefined && last !== undefined, 'a subject was touched by no event');
  await transaction.objectStore('rows').put(storedRow(subject, { row, lastTick: last.tick }));
}

/** Makes a row again from all events of its subject. */
export async function replayRow(transaction: Writing, subject: Subject, memory: Memory): Promise<void> {
  const stored = await transaction.objectStore('events').index('subjects').getAll(subject);
  const { kind, key } = partsOf(subject);
  const projected = replaySubject(
    kind,
    key,
    stored.map(({ event }) => event),
    memory,
  );
  const rows = transaction.objectStore('rows');
  await (projected === undefined ? rows.delete(subject) : rows.put(storedRow(subject, projected)));
}
