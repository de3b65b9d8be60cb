/** Taking in events written elsewhere: a set union, after which the rows are those of a replay of the union. */
import { assert } from '#base/assert.ts';
import { failed, ok, type Result } from '#base/result.ts';
import type { LogEvent } from '#progress/event.ts';
import { MOST_EVENTS } from '#progress/limits.ts';
import { isSameData, mergeLogs, type LogConflict } from '#progress/merge.ts';
import { replay } from '#progress/replay.ts';
import type { SubjectKind } from '#progress/rows.ts';
import { isKnown } from '#progress/subjects.ts';
import type { Memory } from '#scheduling/memory.ts';
import { memoryFor } from './card-memory.ts';
import type { Connection, LogHead } from './database.ts';
import { bySubject, kindsOf, replayRow, storedEvent, storedRow } from './projecting.ts';
import type { MergeReport, StorageFault } from './progress-store.ts';
import { requestEach, writing, type Writing } from './transaction.ts';

/** From here on, reading the log once is quicker than asking for it piece by piece. */
const MANY = 200;

export interface Merged {
  readonly report: MergeReport;
  readonly kinds: ReadonlySet<SubjectKind>;
}

export async function merge(
  connection: Connection,
  events: readonly LogEvent[],
): Promise<Result<Merged, StorageFault | LogConflict>> {
  const incoming = mergeLogs(events, []);
  if (!incoming.ok) return incoming;
  const memory = await memoryFor(true);
  return writing(connection, async (transaction) => {
    const head = await transaction.objectStore('meta').get('head');
    assert(head !== undefined, 'the log has no head');
    const known = await knownAmong(transaction, incoming.value);
    const conflicts = incoming.value.filter((event) => known.has(event.id) && !isSameData(known.get(event.id), event));
    if (conflicts.length > 0) return failed({ kind: 'conflict', ids: conflicts.map(({ id }) => id).sort() });
    const fresh = incoming.value.filter(({ id }) => !known.has(id));
    if (head.events + fresh.length > MOST_EVENTS) {
      return failed({ kind: 'unknown', message: `a log holds at most ${MOST_EVENTS} events` });
    }
    const kinds = await add(transaction, head, fresh, memory);
    const unknownKinds = fresh.filter((event) => !isKnown(event)).length;
    return ok({ report: { added: fresh.length, known: incoming.value.length - fresh.length, unknownKinds }, kinds });
  });
}

/** Those of the log's events that have an id of the incoming ones, by id. */
async function knownAmong(transaction: Writing, incoming: readonly LogEvent[]): Promise<ReadonlyMap<string, LogEvent>> {
  const store = transaction.objectStore('events');
  const stored =
    incoming.length > MANY ? await store.getAll() : await Promise.all(incoming.map(({ id }) => store.get(id)));
  return new Map(stored.filter((found) => found !== undefined).map(({ event }) => [event.id, event]));
}

async function add(
  transaction: Writing,
  head: LogHead,
  fresh: readonly LogEvent[],
  memory: Memory,
): Promise<ReadonlySet<SubjectKind>> {
  if (fresh.length === 0) return new Set();
  const store = transaction.objectStore('events');
  await requestEach(fresh, (event) => store.add(storedEvent(event)));
  const touched = [...bySubject(fresh).keys()];
  if (touched.length > MANY) await replayAll(transaction, memory);
  else await requestEach(touched, (subject) => replayRow(transaction, subject, memory));
  const ownSeqs = fresh.filter(({ device }) => device === head.device).map(({ seq }) => seq + 1);
  const nextSeq = ownSeqs.reduce((one, other) => Math.max(one, other), head.nextSeq);
  await transaction.objectStore('meta').put({ ...head, nextSeq, events: head.events + fresh.length }, 'head');
  return kindsOf(touched);
}

async function replayAll(transaction: Writing, memory: Memory): Promise<void> {
  const stored = await transaction.objectStore('events').getAll();
  const projected = replay(
    stored.map(({ event }) => event),
    memory,
  );
  const rows = transaction.objectStore('rows');
  await rows.clear();
  await requestEach(projected, ([subject, row]) => rows.put(storedRow(subject, row)));
}
