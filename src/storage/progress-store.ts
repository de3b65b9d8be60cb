/**
 * What storage promises the rest of the app. Two implementations hold to it (IndexedDB and memory), and one
 * contract suite tests both.
 */
import type { Result } from '#base/result.ts';
import type { EventBody, LogEvent, ProgressEvent } from '#progress/event.ts';
import type { LogConflict } from '#progress/merge.ts';
import type { CardRow, Rows, SubjectKind } from '#progress/rows.ts';
import type { StudyDay } from '#scheduling/study-day.ts';

export type StorageFault =
  /** Another tab keeps an older version open. */
  | { readonly kind: 'blocked' }
  /** The database was written by a newer version of the app; it is left as it is. */
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }
  | { readonly kind: 'quota' }
  /** The browser allows no storage here: private mode, or cookies are refused. */
  | { readonly kind: 'denied' }
  /** The connection was lost, and opening it again failed. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'unknown'; readonly message: string };

export interface EventTime {
  /** UTC ms. */
  readonly at: number;
  /** Minutes that local time is ahead of UTC. */
  readonly offset: number;
}

export interface MergeReport {
  readonly added: number;
  readonly known: number;
  /** Of the added, how many are of a kind that this version does not know. */
  readonly unknownKinds: number;
}

export interface StoreSummary {
  readonly events: number;
  readonly device: string;
}

export interface ProgressStore {
  /**
   * Writes events and the rows they change in one strict transaction; resolves on commit, with the events as
   * written. Head (id, device, seq, tick) is the store's to give.
   */
  readonly record: (
    bodies: readonly EventBody[],
    time: EventTime,
  ) => Promise<Result<readonly ProgressEvent[], StorageFault>>;
  readonly row: <Kind extends SubjectKind>(
    kind: Kind,
    key: string,
  ) => Promise<Result<Rows[Kind] | undefined, StorageFault>>;
  /** Every row of a kind, in no promised order. */
  readonly rows: <Kind extends SubjectKind>(kind: Kind) => Promise<Result<readonly Rows[Kind][], StorageFault>>;
  /** Cards due on `day` or before (suspended and buried ones included): sure-and-wrong first, then by due day; at most `limit`. */
  readonly dueCards: (day: StudyDay, limit: number) => Promise<Result<readonly CardRow[], StorageFault>>;
  /** How many cards are due on each of the days `from` to `to`, both included; at most 400 days. Days without any are left out. */
  readonly dueCounts: (from: StudyDay, to: StudyDay) => Promise<Result<ReadonlyMap<StudyDay, number>, StorageFault>>;
  /** The whole log in total order. */
  readonly events: () => Promise<Result<readonly LogEvent[], StorageFault>>;
  /**
   * Adds the events that are not in the log yet, and brings the rows to what a replay of the union gives. The events
   * must be valid; where one contradicts the log or another, nothing is changed.
   */
  readonly merge: (events: readonly LogEvent[]) => Promise<Result<MergeReport, StorageFault | LogConflict>>;
  readonly summary: () => Promise<Result<StoreSummary, StorageFault>>;
  /** Empties log and projection, and takes a new device id. */
  readonly deleteEverything: () => Promise<Result<void, StorageFault>>;
  /** Called after every change, made in this tab or another, with the subject kinds it touched. Returns a function that stops it. */
  readonly subscribe: (listener: (kinds: ReadonlySet<SubjectKind>) => void) => () => void;
  readonly close: () => void;
}
