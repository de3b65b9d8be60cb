/**
 * Making all rows again from the log, after an update that changed what is made of it. The log is read in slices and
 * replayed off the main thread where that can be had; the new rows take the place of the old ones in one transaction.
 */
import { assert } from '#base/assert.ts';
import type { LogEvent } from '#progress/event.ts';
import { projectionVersion } from '#progress/projection-version.ts';
import { type Projected, replayInSlices } from '#progress/replay.ts';
import type { Subject } from '#progress/rows.ts';
import { subjectsOf } from '#progress/subjects.ts';
import { memoryFor } from './card-memory.ts';
import type { Connection, StoredEvent, Surroundings } from './database.ts';
import { storedEvent, storedRow } from './projecting.ts';
import { requestEach, writing } from './transaction.ts';

type Rebuilt = ReadonlyMap<Subject, Projected>;

/** Replays a log off the main thread; `null` where that cannot be had. */
export type ReplayElsewhere = (
  events: readonly LogEvent[],
  onProgress: (fraction: number) => void,
) => Promise<Rebuilt | null>;

export interface RebuildOptions extends Pick<Surroundings, 'setTimer'> {
  readonly replayElsewhere?: ReplayElsewhere;
  readonly onRebuild?: (fraction: number) => void;
}

const SLICE = 5000;

/** About how the time divides between reading, replaying and writing. */
const READ_BY = 0.4;
const REPLAYED_BY = 0.8;

export async function rebuild(connection: Connection, options: RebuildOptions): Promise<void> {
  const onProgress = options.onRebuild ?? ((): void => {});
  for (;;) {
    const { events, outdated } = await readLog(connection, (fraction) => onProgress(fraction * READ_BY));
    const inReplay = (fraction: number): void => onProgress(READ_BY + fraction * (REPLAYED_BY - READ_BY));
    const rows = (await options.replayElsewhere?.(events, inReplay)) ?? (await replayHere(events, options, inReplay));
    if (await replaceRows(connection, rows, outdated, events.length)) break;
  }
  onProgress(1);
}

/** `outdated` are events whose subjects this version sees otherwise, kinds that it has just learned to know among them. */
async function readLog(
  connection: Connection,
  onProgress: (fraction: number) => void,
): Promise<{ events: readonly LogEvent[]; outdated: readonly StoredEvent[] }> {
  const total = (await connection.get('meta', 'head'))?.events ?? 0;
  const events: LogEvent[] = [];
  const outdated: StoredEvent[] = [];
  for (let last = ''; ;) {
    const slice = await connection.getAll('events', IDBKeyRange.lowerBound(last, true), SLICE);
    for (const { event, subjects } of slice) {
      events.push(event);
      const now = subjectsOf(event);
      if (now.length !== subjects.length || now.some((subject, index) => subject !== subjects[index])) {
        outdated.push(storedEvent(event));
      }
    }
    onProgress(Math.min(1, events.length / Math.max(1, total)));
    last = slice.at(-1)?.event.id ?? last;
    if (slice.length < SLICE) return { events, outdated };
  }
}

async function replayHere(
  events: readonly LogEvent[],
  { setTimer }: Pick<Surroundings, 'setTimer'>,
  onProgress: (fraction: number) => void,
): Promise<Rebuilt> {
  const replaying = replayInSlices(events, await memoryFor(true), SLICE);
  for (;;) {
    const step = replaying.next();
    if (step.done) return step.value;
    onProgress(step.value / events.length);
    await new Promise<void>((resolve) => void setTimer(resolve, 0));
  }
}

/** False when the log has changed since it was read: it must be read again. */
function replaceRows(
  connection: Connection,
  rebuilt: Rebuilt,
  outdated: readonly StoredEvent[],
  eventsRead: number,
): Promise<boolean> {
  return writing(connection, async (transaction) => {
    const meta = transaction.objectStore('meta');
    const head = await meta.get('head');
    assert(head !== undefined, 'the log has no head');
    // Another tab was quicker.
    if (head.projection === projectionVersion) return true;
    if (head.events !== eventsRead) return false;
    const rows = transaction.objectStore('rows');
    const events = transaction.objectStore('events');
    await rows.clear();
    await requestEach(rebuilt, ([subject, row]) => rows.put(storedRow(subject, row)));
    await requestEach(outdated, (event) => events.put(event));
    await meta.put({ ...head, projection: projectionVersion }, 'head');
    return true;
  });
}
