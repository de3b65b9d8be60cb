/**
 * The learner's progress in IndexedDB. Reading is here; what needs the reducers (recording, merging, rebuilding, deleting) is
 * loaded when it is first needed, so that a page that only shows progress stays small.
 */
import { assert } from '#base/assert.ts';
import { ok } from '#base/result.ts';
import { compareEvents } from '#progress/order.ts';
import { projectionVersion } from '#progress/projection-version.ts';
import type { CardRow, Rows, SubjectKind } from '#progress/rows.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { createChanges, type ChangeChannel } from './changes.ts';
import { shareConnection } from './connection.ts';
import type { Connection, StoredRow, Surroundings } from './database.ts';
import type { ProgressStore } from './progress-store.ts';
import type { ReplayElsewhere } from './rebuild.ts';
import { everyKind, MOST_COUNTED_DAYS } from './store-limits.ts';

export interface IndexedDbOptions extends Surroundings {
  /** The database's name. */
  readonly name: string;
  /** Reaches the other tabs; without it, they notice changes at their next reading. */
  readonly channel?: ChangeChannel;
  /** Replays a log off the main thread. Without it, it is replayed here in slices. */
  readonly replayElsewhere?: ReplayElsewhere;
  /** How much of a rebuild is done, 0 to 1. Everything else waits for it. */
  readonly onRebuild?: (fraction: number) => void;
}

/** Opens nothing yet: the database is opened at the first call. */
export function createIndexedDbStore(options: IndexedDbOptions): ProgressStore {
  const changes = createChanges(options.channel);
  const { run, close } = shareConnection(options.name, options, async (connection) => {
    const head = await connection.get('meta', 'head');
    if (head?.projection === projectionVersion) return;
    const { rebuild } = await import('./rebuild.ts');
    await rebuild(connection, options);
  });

  return {
    record: async (bodies, time) => {
      const { record } = await import('./recording.ts');
      const recorded = await run((connection) => record(connection, bodies, time, options.newToken));
      if (!recorded.ok) return recorded;
      changes.announce(recorded.value.kinds);
      return ok(recorded.value.events);
    },
    merge: async (events) => {
      const { merge } = await import('./merging.ts');
      const merged = await run((connection) => merge(connection, events));
      if (!merged.ok) return merged;
      changes.announce(merged.value.kinds);
      return ok(merged.value.report);
    },
    row: (kind, key) => run(async (connection) => ok(rowIn(kind, await connection.get('rows', `${kind}:${key}`)))),
    rows: (kind) => run(async (connection) => ok(await rowsOfKind(connection, kind))),
    dueCards: (day, limit) => run(async (connection) => ok(await dueCards(connection, day, limit))),
    dueCounts: (from, to) => run(async (connection) => ok(await dueCounts(connection, from, to))),
    events: () =>
      run(async (connection) => ok((await connection.getAll('events')).map(({ event }) => event).sort(compareEvents))),
    summary: () =>
      run(async (connection) => {
        const head = await connection.get('meta', 'head');
        assert(head !== undefined, 'the log has no head');
        return ok({ events: head.events, device: head.device });
      }),
    deleteEverything: async () => {
      const { deleteEverything } = await import('./deleting.ts');
      const deleted = await run(async (connection) => ok(await deleteEverything(connection, options.newToken)));
      if (deleted.ok) changes.announce(everyKind);
      return deleted;
    },
    subscribe: changes.subscribe,
    close: () => {
      changes.close();
      close();
    },
  };
}

/** A row is stored under its kind, which a string key cannot say in types. */
function rowIn<Kind extends SubjectKind>(_kind: Kind, stored: StoredRow | undefined): Rows[Kind] | undefined {
  return stored?.row as Rows[Kind] | undefined;
}

async function rowsOfKind<Kind extends SubjectKind>(
  connection: Connection,
  kind: Kind,
): Promise<readonly Rows[Kind][]> {
  // The semicolon is the character after the colon.
  const stored = await connection.getAll('rows', IDBKeyRange.bound(`${kind}:`, `${kind};`, false, true));
  return stored.map(({ row }) => row as Rows[Kind]);
}

async function dueCards(connection: Connection, day: StudyDay, limit: number): Promise<readonly CardRow[]> {
  // To IndexedDB, a limit of 0 is none.
  if (limit < 1) return [];
  const due = (rank: 0 | 1, most: number): Promise<readonly StoredRow[]> =>
    connection.getAllFromIndex('rows', 'due', IDBKeyRange.bound([rank, Number.NEGATIVE_INFINITY], [rank, day]), most);
  const first = await due(0, limit);
  const others = first.length < limit ? await due(1, limit - first.length) : [];
  return [...first, ...others].map(({ row }) => row as CardRow);
}

/** One count a day and rank: the rows themselves, of which there may be very many, are not read. */
async function dueCounts(connection: Connection, from: StudyDay, to: StudyDay): Promise<ReadonlyMap<StudyDay, number>> {
  assert(to - from < MOST_COUNTED_DAYS, `at most ${MOST_COUNTED_DAYS} days are counted at once`);
  const { store } = connection.transaction('rows');
  const index = store.index('due');
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, ahead) => from + ahead);
  const countOf = async (rank: 0 | 1): Promise<readonly number[]> => {
    const all = await index.count(IDBKeyRange.bound([rank, from], [rank, to]));
    return all === 0 ? [] : Promise.all(days.map((day) => index.count([rank, day])));
  };
  const [first, others] = days.length === 0 ? [[], []] : await Promise.all([countOf(0), countOf(1)]);
  const counts = days.map((day, ahead) => [day, (first[ahead] ?? 0) + (others[ahead] ?? 0)] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}
