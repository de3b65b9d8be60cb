import { beforeEach, expect, test } from 'vitest';
import type { EventBody, LogEvent } from '#progress/event.ts';
import { replay } from '#progress/replay.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { eventAfter, gradeOf } from '#tests/support/histories.ts';
import { freshBrowser, openStore, valueOf } from '#tests/support/stores.ts';
import { createShipped, shippedSchemas } from './shipped-schemas.ts';

const at = Date.UTC(2026, 2, 1, 12);
const [schema] = shippedSchemas;
if (schema === undefined) throw new Error('no schema ever shipped');

/** Grades of some cards, five seconds apart. */
function gradedLog(cards: number): LogEvent[] {
  const log: LogEvent[] = [];
  for (let index = 0; index < cards; index++) {
    const body = gradeOf([], `card-${index}`, 'good', at + index * 5000);
    log.push({ ...eventAfter([], 'veteran', body, at + index * 5000), id: `veteran-${index + 1}-n`, seq: index + 1 });
  }
  return log;
}

/** Writes straight into the database, as another tab would. */
function write(change: (events: IDBObjectStore, meta: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('progress');
    request.addEventListener('error', () => reject(request.error));
    request.onsuccess = () => {
      const transaction = request.result.transaction(['events', 'meta'], 'readwrite');
      change(transaction.objectStore('events'), transaction.objectStore('meta'));
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

beforeEach(freshBrowser);

test('rows of an older projection are rebuilt before anything is read, and progress is told up to the end', async () => {
  const log = gradedLog(12_000);
  await createShipped(schema, 'progress', log);
  const told: number[] = [];
  const store = openStore({ onRebuild: (fraction) => told.push(fraction) });
  expect(await valueOf(store.rows('card'))).toHaveLength(12_000);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(told.length).toBeGreaterThan(4);
  expect(told.at(-1)).toBe(1);
  store.close();
  const again: number[] = [];
  await valueOf(openStore({ onRebuild: (fraction) => again.push(fraction) }).summary());
  expect(again).toEqual([]);
});

test('after a rebuild the log is found again by subject', async () => {
  const [first] = gradedLog(1);
  if (first === undefined) throw new Error('no grade');
  const second: LogEvent = { ...first, id: 'veteran-2-n', seq: 2, tick: first.tick + 1 };
  await createShipped(schema, 'progress', [first, second]);
  const store = openStore();
  const [day] = await valueOf(store.rows('day'));
  const undo: EventBody = { kind: 'gradeUndone', target: second.id, card: 'card-0', day: day?.day ?? 0 };
  await valueOf(store.record([undo], { at: at + 1000, offset: 0 }));
  expect(await valueOf(store.row('card', 'card-0'))).toEqual(replay([first], fsrs).get('card:card-0')?.row);
});

test('the replay can be done elsewhere', async () => {
  const log = gradedLog(3);
  await createShipped(schema, 'progress', log);
  const store = openStore({ replayElsewhere: async (events) => structuredClone(replay(events, fsrs)) });
  expect(await valueOf(store.row('card', 'card-2'))).toEqual(replay(log, fsrs).get('card:card-2')?.row);
});

test('the replay is done here when elsewhere it cannot be', async () => {
  await createShipped(schema, 'progress', gradedLog(3));
  expect(await valueOf(openStore({ replayElsewhere: async () => null }).rows('card'))).toHaveLength(3);
});

test('a log that grew during the rebuild is read again', async () => {
  const [first, second] = gradedLog(2);
  await createShipped(schema, 'progress', first === undefined ? [] : [first]);
  let passes = 0;
  const store = openStore({
    replayElsewhere: async (events) => {
      if (++passes === 1) {
        await write((log, meta) => {
          log.add({ event: second, subjects: [] });
          meta.put({ device: 'veteran', nextSeq: 3, events: 2, projection: 0 }, 'head');
        });
      }
      return replay(events, fsrs);
    },
  });
  expect(await valueOf(store.rows('card'))).toHaveLength(2);
  expect(passes).toBe(2);
});

test('two tabs that rebuild at once end with the same rows', async () => {
  const log = gradedLog(50);
  await createShipped(schema, 'progress', log);
  const [one, other] = [openStore(), openStore()];
  const [rows, otherRows] = await Promise.all([valueOf(one.rows('card')), valueOf(other.rows('card'))]);
  expect(rows).toHaveLength(50);
  expect(otherRows).toEqual(rows);
});
