import { newHead, type Connection } from './database.ts';
import { writing } from './transaction.ts';

/** Empties the log and all that was made of it. What is written later comes from another device. */
export function deleteEverything(connection: Connection, newToken: () => string): Promise<void> {
  return writing(connection, async (transaction) => {
    await transaction.objectStore('events').clear();
    await transaction.objectStore('rows').clear();
    await transaction.objectStore('meta').put(newHead(newToken), 'head');
  });
}
