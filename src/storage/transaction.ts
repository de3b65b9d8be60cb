import type { IDBPTransaction } from 'idb';
import type { Connection, ProgressSchema } from './database.ts';

type Stores = ['events', 'rows', 'meta'];
export type Writing = IDBPTransaction<ProgressSchema, Stores, 'readwrite'>;

/**
 * One strict transaction over everything: its value is there once all is on disk. Whatever is thrown inside leaves
 * nothing written. `work` may await only the transaction's own requests.
 */
export async function writing<Value>(
  connection: Connection,
  work: (transaction: Writing) => Promise<Value>,
): Promise<Value> {
  const stores: Stores = ['events', 'rows', 'meta'];
  const transaction = connection.transaction(stores, 'readwrite', { durability: 'strict' });
  const [worked, done] = await Promise.allSettled([abortingOnError(transaction, work), transaction.done]);
  // A request that failed with its transaction only says so; the transaction says why.
  if (transaction.error !== null && (worked.status === 'fulfilled' || worked.reason instanceof DOMException)) {
    throw transaction.error;
  }
  if (worked.status === 'rejected') throw worked.reason;
  if (done.status === 'rejected') throw done.reason;
  return worked.value;
}

/** Makes a request for each value, all at once. One that cannot even be made fails like the others, and none fails unheard. */
export async function requestEach<Value>(
  values: Iterable<Value>,
  request: (value: Value) => Promise<unknown>,
): Promise<void> {
  await Promise.all(Array.from(values, async (value) => request(value)));
}

async function abortingOnError<Value>(
  transaction: Writing,
  work: (transaction: Writing) => Promise<Value>,
): Promise<Value> {
  try {
    return await work(transaction);
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch (error) {
    // A request that failed, or a lost connection, has ended it already.
    if (!(error instanceof DOMException)) throw error;
  }
}
