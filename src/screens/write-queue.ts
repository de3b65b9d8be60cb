import type { Result } from '#base/result.ts';
import type { StorageFault } from '#services/progress-service.ts';

/** Resolves when what it writes is on the disk. */
export type Write = () => Promise<Result<unknown, StorageFault>>;

/**
 * Writes one after the other, so that each finds what the one before it wrote. What fails stays first, with all behind
 * it, until `flush` is called again: no answer is lost, and none overtakes.
 */
export function createWriteQueue(onFault: (fault: StorageFault | null) => void) {
  const waiting: Write[] = [];
  let isFlushing = false;

  /** The fault that stops it, or `null` when nothing is left. */
  const writeAll = async (): Promise<StorageFault | null> => {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const result = await first();
      if (!result.ok) return result.fault;
      waiting.shift();
    }
    return null;
  };

  const flush = async (): Promise<void> => {
    if (isFlushing) return;
    isFlushing = true;
    let fault: StorageFault | null = null;
    try {
      fault = await writeAll();
    } finally {
      isFlushing = false;
    }
    onFault(fault);
    // Something may have been added while the last write was coming to its end.
    if (fault === null && waiting.length > 0) await flush();
  };

  return {
    flush,
    add: (write: Write): Promise<void> => {
      waiting.push(write);
      return flush();
    },
  };
}
