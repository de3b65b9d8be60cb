import type { Result } from '#base/result.ts';
import type { MergeReport, StorageFault } from '#storage/progress-store.ts';

export type BackupFault =
  | { readonly kind: 'not-a-backup'; readonly reason: string }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newer-backup'; readonly found: number; readonly known: number }
  | { readonly kind: 'broken-line'; readonly line: number; readonly reason: string }
  | StorageFault;

/** Backup and export. A restore is a merge: nothing here is ever overwritten. */
export interface BackupService {
  /** Versioned text: a header line, then one event a line. */
  readonly exportBackup: () => Promise<
    Result<{ readonly name: string; readonly text: string; readonly events: number }, BackupFault>
  >;
  /** Merges a backup in; refuses it whole, changing nothing, where any line is not understood. */
  readonly restore: (text: string) => Promise<Result<MergeReport, BackupFault>>;
}
