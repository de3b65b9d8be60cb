/** What screens know of storage: its promises and its faults, never its code. */
export type { MergeReport, ProgressStore, StorageFault, StoreSummary } from '#storage/progress-store.ts';
