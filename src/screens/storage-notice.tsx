import { Deferred } from '#ui/deferred.tsx';
import type { StorageFault } from '#services/progress-service.ts';

interface StorageNoticeProps {
  readonly fault: StorageFault | null;
  /** Tries again to write what was kept. */
  readonly onRetry: () => void;
}

const load = async () => (await import('./storage-trouble.tsx')).StorageTrouble;

/** Shown where an answer could not be saved. The answer is kept meanwhile. */
export function StorageNotice({ fault, onRetry }: StorageNoticeProps) {
  return fault && <Deferred load={load} props={{ fault, onRetry }} />;
}
