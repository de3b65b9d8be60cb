/**
 * The database: its stores, its versions and how it is opened. The log in `events` is the truth and no migration may
 * lose any of it; `rows` can always be made again.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { failed, ok, type Result } from '#base/result.ts';
import type { LogEvent } from '#progress/event.ts';
import { projectionVersion } from '#progress/projection-version.ts';
import type { Rows, Subject, SubjectKind } from '#progress/rows.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { faultOf } from './faults.ts';
import type { StorageFault } from './progress-store.ts';

export interface StoredEvent {
  readonly event: LogEvent;
  readonly subjects: readonly Subject[];
}

export interface StoredRow {
  readonly subject: Subject;
  readonly row: Rows[SubjectKind];
  /** The tick of the last event in the row. */
  readonly lastTick: number;
  /** Only on cards that have a due day: 0 for sure and wrong, else 1; then the day. */
  readonly due?: readonly [0 | 1, StudyDay];
}

/** What the log must know of itself. */
export interface LogHead {
  /** Random, and never copied by a restore, so that two devices cannot write one id. */
  readonly device: string;
  readonly nextSeq: number;
  /** How many events the log holds. */
  readonly events: number;
  /** The version of the projection that `rows` holds whole. */
  readonly projection: number;
}

export interface ProgressSchema extends DBSchema {
  events: { key: string; value: StoredEvent; indexes: { tick: number; subjects: string } };
  rows: { key: string; value: StoredRow; indexes: { due: number[] } };
  meta: { key: 'head'; value: LogHead };
}

export type Connection = IDBPDatabase<ProgressSchema>;
type Upgrade = IDBPTransaction<ProgressSchema, StoreNames<ProgressSchema>[], 'versionchange'>;

/** What a database needs of the world. */
export interface Surroundings {
  /** A new random text of lower-case letters and digits, too long to be met twice. */
  readonly newToken: () => string;
  /** Calls `run` once after `ms`, unless the function it returns is called first. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export const newHead = (newToken: () => string): LogHead => ({
  device: newToken(),
  nextSeq: 1,
  events: 0,
  projection: projectionVersion,
});

/** One step for each version of the schema that ever shipped, in their order. */
const migrations: readonly ((upgrade: Upgrade, newToken: () => string) => void)[] = [
  ({ db }, newToken) => {
    const events = db.createObjectStore('events', { keyPath: 'event.id' });
    events.createIndex('tick', 'event.tick');
    events.createIndex('subjects', 'subjects', { multiEntry: true });
    db.createObjectStore('rows', { keyPath: 'subject' }).createIndex('due', 'due');
    void db.createObjectStore('meta').put(newHead(newToken), 'head');
  },
];

const PROJECTIONS_PER_SCHEMA = 1000;

/**
 * A new projection is a new version of the database too: a tab with older code, whose reducers would spoil the rows,
 * loses its connection, and what it meets next is a database newer than itself.
 */
export const databaseVersion = migrations.length * PROJECTIONS_PER_SCHEMA + projectionVersion;

/** Another tab that does not let go in this time is said to block. */
const OPEN_LIMIT_MS = 5000;

/** `onClosed` is called when the connection ends without our asking: the browser drops it, or another tab needs a newer version. */
export async function openDatabase(
  name: string,
  { newToken, setTimer }: Surroundings,
  onClosed: () => void,
): Promise<Result<Connection, StorageFault>> {
  let stopTimer = (): void => {};
  try {
    const opening = openDB<ProgressSchema>(name, databaseVersion, {
      upgrade: (_database, oldVersion, _newVersion, upgrade) => {
        for (const migrate of migrations.slice(Math.floor(oldVersion / PROJECTIONS_PER_SCHEMA)))
          migrate(upgrade, newToken);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    });
    const limit = new Promise<undefined>((resolve) => {
      stopTimer = setTimer(() => resolve(undefined), OPEN_LIMIT_MS);
    });
    const connection = await Promise.race([opening, limit]);
    if (connection !== undefined) return ok(connection);
    // Too late to be used: it must not stay open behind our back. That it may also fail has been told as blocked.
    opening.then((late) => late.close()).catch(() => {});
    return failed({ kind: 'blocked' });
  } catch (error) {
    return failed(await openingFault(name, error));
  } finally {
    stopTimer();
  }
}

async function openingFault(name: string, error: unknown): Promise<StorageFault> {
  // Where there is no IndexedDB at all, its name is not defined or its value not an object.
  if (!(error instanceof DOMException) && typeof globalThis.indexedDB?.open !== 'function') return { kind: 'denied' };
  if (!(error instanceof DOMException) || error.name !== 'VersionError') {
    const fault = faultOf(error);
    // Firefox says `InvalidStateError` in private windows that keep nothing.
    return error instanceof DOMException && error.name === 'InvalidStateError' ? { kind: 'denied' } : fault;
  }
  const newer = await openDB(name);
  const found = newer.version;
  newer.close();
  return { kind: 'newer', found, known: databaseVersion };
}
