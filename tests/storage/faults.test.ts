import { forceCloseDatabase, type IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { databaseVersion } from '#storage/database.ts';
import { faultIn, freshBrowser, openStore, testSurroundings, valueOf } from '#tests/support/stores.ts';

const time = { at: Date.UTC(2026, 2, 1, 12), offset: 0 };
const keep = (concept: string): EventBody => ({ kind: 'conceptKept', concept });
const { add } = IDBObjectStore.prototype;

beforeEach(freshBrowser);
afterEach(() => {
  IDBObjectStore.prototype.add = add;
  freshBrowser();
});

/** A connection of another tab, of any version, that does not let go when asked. */
function otherTab(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('progress', version);
    request.onsuccess = () => resolve(request.result);
    request.addEventListener('error', () => reject(request.error));
  });
}

/** Lets the next writes to the log meet a mishap, after some that succeed. */
function atNextWrite(mishap: (store: IDBObjectStore) => void, { times = 1, after = 0 } = {}): void {
  let written = 0;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
    written++;
    if (written > after && written <= after + times) mishap(this);
    return add.apply(this, given);
  } as typeof add;
}

/** Ends the transaction of a store from outside, as a browser does. */
function endWith(store: IDBObjectStore, errorName: string): void {
  const { transaction } = store as unknown as { transaction: { _abort: (name: string) => void } };
  queueMicrotask(() => transaction._abort(errorName));
}

function loseConnection(store: IDBObjectStore): void {
  forceCloseDatabase(store.transaction.db as never);
  endWith(store, 'AbortError');
}

test('a tab that keeps an older version open is said to block, and no longer does once it is closed', async () => {
  const other = await otherTab(1);
  const surroundings = testSurroundings();
  const store = openStore(surroundings);
  const outcome = store.summary();
  surroundings.passTime();
  expect(await faultIn(outcome)).toEqual({ kind: 'blocked' });
  other.close();
  indexedDB.deleteDatabase('progress');
  expect(await valueOf(store.summary())).toMatchObject({ events: 0 });
});

test('a database written by a newer version is named with both numbers and left as it is', async () => {
  (await otherTab(999_999)).close();
  expect(await faultIn(openStore().record([keep('lease')], time))).toEqual({
    kind: 'newer',
    found: 999_999,
    known: databaseVersion,
  });
  expect((await otherTab(999_999)).version).toBe(999_999);
});

test('a tab gives way to a newer version, and then asks for the update', async () => {
  const store = openStore();
  await valueOf(store.record([keep('lease')], time));
  const newer = await otherTab(databaseVersion + 1);
  expect(newer.version).toBe(databaseVersion + 1);
  newer.close();
  expect(await faultIn(store.record([keep('quorum')], time))).toMatchObject({ kind: 'newer' });
});

test('a browser without storage, or one that refuses it, is told as such', async () => {
  globalThis.indexedDB = undefined as unknown as IDBFactory;
  expect(await faultIn(openStore().summary())).toEqual({ kind: 'denied' });
  const refusing = (name: string) =>
    ({
      open: () => {
        throw new DOMException('', name);
      },
    }) as unknown as IDBFactory;
  globalThis.indexedDB = refusing('SecurityError');
  expect(await faultIn(openStore().record([keep('lease')], time))).toEqual({ kind: 'denied' });
  globalThis.indexedDB = refusing('InvalidStateError');
  expect(await faultIn(openStore().rows('card'))).toEqual({ kind: 'denied' });
});

test('a full disk leaves nothing half written, and the same answer can be given again', async () => {
  const store = openStore();
  await valueOf(store.record([keep('lease')], time));
  atNextWrite(
    (log) => {
      throw new DOMException(log.name, 'QuotaExceededError');
    },
    { after: 1 },
  );
  expect(await faultIn(store.record([keep('quorum'), keep('fencing')], time))).toEqual({ kind: 'quota' });
  expect(await valueOf(store.summary())).toMatchObject({ events: 1 });
  expect(await valueOf(store.rows('concept'))).toHaveLength(1);
  const [event] = await valueOf(store.record([keep('quorum')], time));
  expect(event?.seq).toBe(2);
});

test('a disk that proves full only when the transaction ends is told as full, not as lost', async () => {
  const store = openStore();
  await valueOf(store.summary());
  atNextWrite((log) => {
    endWith(log, 'QuotaExceededError');
  });
  expect(await faultIn(store.record([keep('quorum')], time))).toEqual({ kind: 'quota' });
  expect(await valueOf(store.events())).toEqual([]);
});

test('a connection lost in the middle of an answer is opened again, and the answer is written once', async () => {
  const store = openStore();
  await valueOf(store.summary());
  atNextWrite(loseConnection);
  const [event] = await valueOf(store.record([keep('quorum')], time));
  expect(await valueOf(store.events())).toEqual([event]);
  expect(await valueOf(store.row('concept', 'quorum'))).toEqual({ concept: 'quorum', isKept: true });
});

test('a connection that is lost again and again is told as lost', async () => {
  const store = openStore();
  await valueOf(store.summary());
  atNextWrite(loseConnection, { times: 2 });
  expect(await faultIn(store.record([keep('quorum')], time))).toEqual({ kind: 'lost' });
  expect(await valueOf(store.events())).toEqual([]);
});

test("a programmer's error is thrown, and what it left half written is taken back", async () => {
  const store = openStore();
  await valueOf(store.summary());
  atNextWrite(
    () => {
      throw new TypeError('a mistake');
    },
    { after: 1 },
  );
  await expect(store.record([keep('lease'), keep('quorum')], time)).rejects.toThrow('a mistake');
  expect(await valueOf(store.events())).toEqual([]);
  await expect(store.record([keep('lease')], { at: Number.NaN, offset: 0 })).rejects.toThrow('a real time');
});

test('a closed store says that its connection is gone', async () => {
  const store = openStore();
  await valueOf(store.summary());
  store.close();
  expect(await faultIn(store.summary())).toEqual({ kind: 'lost' });
});
