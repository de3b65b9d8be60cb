/** What is on the disk, read beside the app, as a second program would. */
import type { Page } from '@playwright/test';
import type { LogEvent } from '#progress/event.ts';
import type { Rows, Subject, SubjectKind } from '#progress/rows.ts';

interface StoredRow {
  readonly subject: Subject;
  readonly row: Rows[SubjectKind];
  readonly lastTick: number;
}

export interface Stored {
  readonly version: number;
  readonly events: readonly LogEvent[];
  readonly rows: readonly StoredRow[];
  readonly head: { readonly device: string; readonly events: number; readonly nextSeq: number };
}

/** The whole database. */
export function stored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const database = await done(indexedDB.open('quorum'));
    try {
      const transaction = database.transaction(['events', 'rows', 'meta']);
      const all = (store: string) => done(transaction.objectStore(store).getAll());
      const [events, rows, [head]] = await Promise.all([all('events'), all('rows'), all('meta')]);
      return { version: database.version, events: events.map(({ event }) => event), rows, head };
    } finally {
      database.close();
    }
  });
}

/** The row of one subject, as it stands on the disk. */
export async function storedRow<Kind extends SubjectKind>(
  page: Page,
  kind: Kind,
  key: string,
): Promise<Rows[Kind] | undefined> {
  const { rows } = await stored(page);
  return rows.find(({ subject }) => subject === `${kind}:${key}`)?.row as Rows[Kind] | undefined;
}

/** All rows of a kind. */
export async function storedRows<Kind extends SubjectKind>(page: Page, kind: Kind): Promise<readonly Rows[Kind][]> {
  const { rows } = await stored(page);
  return rows.filter(({ subject }) => subject.startsWith(`${kind}:`)).map(({ row }) => row as Rows[Kind]);
}
