import { failed, ok } from '#base/result.ts';
import type { ProgressStore } from '#storage/progress-store.ts';
import type { BackupService } from './backup-service.ts';
import { readBackup, writeBackup } from './backup-text.ts';
import type { Clock } from './clock.ts';

/** The backup service over a store's log. */
export function logBackup({
  progress,
  clock,
}: {
  readonly progress: ProgressStore;
  readonly clock: Clock;
}): BackupService {
  return {
    exportBackup: async () => {
      const [log, summary] = await Promise.all([progress.events(), progress.summary()]);
      if (!log.ok) return log;
      if (!summary.ok) return summary;
      const { at, offset } = clock.now();
      const localDay = new Date(at + offset * 60_000).toISOString().slice(0, 10);
      const text = writeBackup(log.value, summary.value.device, at);
      return ok({ name: `quorum-${localDay}.jsonl`, text, events: log.value.length });
    },
    restore: async (text) => {
      const { checkEvent } = await import('#storage/event-schema.ts');
      const log = readBackup(text, checkEvent);
      if (!log.ok) return log;
      const merged = await progress.merge(log.value);
      if (merged.ok) return merged;
      if (merged.fault.kind !== 'conflict') return failed(merged.fault);
      const [conflicting] = merged.fault.ids;
      const line = 2 + log.value.findLastIndex(({ id }) => id === conflicting);
      return failed({ kind: 'broken-line', line, reason: 'it contradicts another event of the same id' });
    },
  };
}
