/**
 * The set-ups of the lab that a learner has named, in a database of their own: they are no progress, and opening them
 * never holds up the log. A link is kept as text: what it means is the lab's matter.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { failed, ok, type Result } from '#base/result.ts';
import { faultOf } from './faults.ts';
import type { StorageFault } from './progress-store.ts';

export interface SavedSetUp {
  readonly name: string;
  /** As in the address of the lab, without its `#`. */
  readonly link: string;
}

interface Schema extends DBSchema {
  readonly setUps: { readonly key: string; readonly value: SavedSetUp };
}

export interface LabSetUps {
  /** By name. */
  readonly list: () => Promise<Result<readonly SavedSetUp[], StorageFault>>;
  /** One of the same name is replaced. Each answers with the list as it then is. */
  readonly save: (setUp: SavedSetUp) => ReturnType<LabSetUps['list']>;
  readonly remove: (name: string) => ReturnType<LabSetUps['list']>;
  readonly clear: () => ReturnType<LabSetUps['list']>;
}

type Connection = IDBPDatabase<Schema>;

export function openLabSetUps(name = 'quorum-lab'): LabSetUps {
  const after = async (change: (connection: Connection) => Promise<unknown>): ReturnType<LabSetUps['list']> => {
    try {
      const connection = await openDB<Schema>(name, 1, {
        upgrade: (database) => void database.createObjectStore('setUps', { keyPath: 'name' }),
      });
      try {
        await change(connection);
        return ok(await connection.getAll('setUps'));
      } finally {
        connection.close();
      }
    } catch (error) {
      return failed(faultOf(error));
    }
  };
  return {
    list: () => after(async () => {}),
    save: (setUp) => after((connection) => connection.put('setUps', setUp)),
    remove: (removed) => after((connection) => connection.delete('setUps', removed)),
    clear: () => after((connection) => connection.clear('setUps')),
  };
}
