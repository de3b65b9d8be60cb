import type { Result } from '#base/result.ts';
import type { ProgressStore, StorageFault } from '#services/progress-service.ts';

/** Resolves when what it writes is on the disk. */
export type Write = () => Promise<Result<unknown, StorageFault>>;

interface Line {
  readonly waiting: Write[];
  isFlushing: boolean;
  /** The screen that is open is told. */
  onFault: (fault: StorageFault | null) => void;
}

/** One line for each store: an answer that a screen could not save waits there when the screen is left. */
const lines = new WeakMap<ProgressStore, Line>();

function lineOf(progress: ProgressStore): Line {
  const known = lines.get(progress);
  if (known) return known;
  const line: Line = { waiting: [], isFlushing: false, onFault: () => undefined };
  lines.set(progress, line);
  return line;
}

/**
 * Writes one after the other, so that each finds what the one before it wrote. What fails stays first, with all behind
 * it, until `flush` is called again, by this screen or the next: no answer is lost, and none overtakes.
 */
export function createWriteQueue(progress: ProgressStore, onFault: (fault: StorageFault | null) => void) {
  const line = lineOf(progress);
  line.onFault = onFault;
  const { waiting } = line;

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
    if (line.isFlushing) return;
    line.isFlushing = true;
    let fault: StorageFault | null = null;
    try {
      fault = await writeAll();
    } finally {
      line.isFlushing = false;
    }
    line.onFault(fault);
    // Something may have been added while the last write was coming to its end.
    if (fault === null && waiting.length > 0) await flush();
  };

  // What the screen before left behind is tried again, and told of here if it fails again.
  if (waiting.length > 0) void flush();

  return {
    flush,
    add: (write: Write): Promise<void> => {
      waiting.push(write);
      return flush();
    },
  };
}
