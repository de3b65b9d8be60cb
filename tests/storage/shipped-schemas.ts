/**
 * Every schema of the database that ever shipped, as it was made then. A schema is added here when it is released and
 * never changed again: the tests open each with the code of today.
 */
import type { LogEvent } from '#progress/event.ts';

export interface ShippedSchema {
  readonly schema: number;
  /** The version that IndexedDB knew it by. */
  readonly version: number;
  readonly create: (database: IDBDatabase, events: readonly LogEvent[]) => void;
}

export const shippedSchemas: readonly ShippedSchema[] = [
  {
    schema: 1,
    version: 1001,
    create: (database, events) => {
      const log = database.createObjectStore('events', { keyPath: 'event.id' });
      log.createIndex('tick', 'event.tick');
      log.createIndex('subjects', 'subjects', { multiEntry: true });
      database.createObjectStore('rows', { keyPath: 'subject' }).createIndex('due', 'due');
      const meta = database.createObjectStore('meta');
      for (const event of events) log.add({ event, subjects: [] });
      meta.put({ device: 'veteran', nextSeq: events.length + 1, events: events.length, projection: 0 }, 'head');
    },
  },
];

export function createShipped(
  { version, create }: ShippedSchema,
  name: string,
  events: readonly LogEvent[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => create(request.result, events);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.addEventListener('error', () => reject(request.error));
  });
}
