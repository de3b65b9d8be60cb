import { newHead, type Connection } from './database.ts';
import { writing } from './transaction.ts';

/** Empties the log and all that was made of it. What is written later comes from another device. */
export function deleteEverything(connection: Connection, newToken: () => string): Promise<void> {
  return writing(connection, async (transaction) => {
    await Promise.all([
      transaction.objectStore('events').clear(),
      transaction.objectStore('rows').clear(),
      transaction.objectStore('meta').put(newHead(newToken), 'head'),
    ]);
  });
}
