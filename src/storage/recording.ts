/** Writing what just happened: the events, their place in the order, and the rows they change, all or nothing. */
import { assert } from '#base/assert.ts';
import { failed, ok, type Result } from '#base/result.ts';
import type { EventBody, ProgressEvent } from '#progress/event.ts';
import { unfitReason } from '#progress/limits.ts';
import { eventId, latestTickThatCounts, tickFor } from '#progress/order.ts';
import { projectionVersion } from '#progress/projection-version.ts';
import type { SubjectKind } from '#progress/rows.ts';
import { memoryFor } from './card-memory.ts';
import type { Connection, LogHead } from './database.ts';
import { bySubject, extendRow, kindsOf, storedEvent } from './projecting.ts';
import type { EventTime, StorageFault } from './progress-store.ts';
import { requestEach, writing, type Writing } from './transaction.ts';

export interface Recorded {
  readonly events: readonly ProgressEvent[];
  readonly kinds: ReadonlySet<SubjectKind>;
}

export async function record(
  connection: Connection,
  bodies: readonly EventBody[],
  time: EventTime,
  newToken: () => string,
): Promise<Result<Recorded, StorageFault>> {
  assert(Number.isSafeInteger(time.at) && time.at >= 0 && Number.isFinite(time.offset), 'an event needs a real time');
  const reason = bodies.map(unfitReason).find((unfit) => unfit !== null);
  if (reason !== undefined) return failed({ kind: 'unknown', message: reason });
  // A transaction ends when nothing is asked of it, so all that must be loaded is loaded before.
  const memory = await memoryFor(bodies.some((body) => 'card' in body));
  return writing(connection, async (transaction) => {
    const [head, largestTick] = await Promise.all([
      transaction.objectStore('meta').get('head'),
      largestTickNotOverADayPast(transaction, time.at),
    ]);
    assert(head?.projection === projectionVersion, 'the rows are of another version');
    const events = headed(bodies, time, head, largestTick, newToken);
    const store = transaction.objectStore('events');
    await requestEach(events, (event) => store.add(storedEvent(event)));
    const touched = bySubject(events);
    await requestEach(touched, ([subject, added]) => extendRow(transaction, subject, added, memory));
    const next = { ...head, nextSeq: head.nextSeq + events.length, events: head.events + events.length };
    await transaction.objectStore('meta').put(next, 'head');
    return ok({ events, kinds: kindsOf(touched.keys()) });
  });
}

/** The events as the log will hold them, each after the one before. */
function headed(
  bodies: readonly EventBody[],
  { at, offset }: EventTime,
  { device, nextSeq }: LogHead,
  largestTick: number | undefined,
  newToken: () => string,
): readonly ProgressEvent[] {
  let largest = largestTick;
  return bodies.map((body, index) => {
    const seq = nextSeq + index;
    const tick = tickFor(at, largest);
    // A tick over a day past is not counted, also when it is our own; then the seq keeps the order.
    if (tick <= latestTickThatCounts(at)) largest = tick;
    return { id: eventId({ device, seq, nonce: newToken() }), device, seq, at, offset, tick, ...body };
  });
}

async function largestTickNotOverADayPast(transaction: Writing, at: number): Promise<number | undefined> {
  const counted = IDBKeyRange.upperBound(latestTickThatCounts(at));
  return (await transaction.objectStore('events').index('tick').openKeyCursor(counted, 'prev'))?.key;
}
