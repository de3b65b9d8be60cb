import type { LogEvent } from '#progress/event.ts';
import type { Projected } from '#progress/replay.ts';
import type { Subject } from '#progress/rows.ts';
import type { RebuildReply, RebuildRequest } from '#workers/rebuilder.ts';

/** The part of a `Worker` that a replay needs. */
export interface ReplayWorker {
  postMessage(request: RebuildRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: RebuildReply }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

/** Small enough that handing one over does not hold up a frame. */
const SLICE = 2000;

export const startReplayWorker = (): ReplayWorker =>
  new Worker(new URL('../workers/rebuild.ts', import.meta.url), { type: 'module' });

/** Replays a log in a worker. `null` where there is no worker, or it fails: the caller then replays it itself. */
export async function replayInWorker(
  events: readonly LogEvent[],
  onProgress: (fraction: number) => void,
  start: (() => ReplayWorker) | null = typeof Worker === 'undefined' ? null : startReplayWorker,
): Promise<ReadonlyMap<Subject, Projected> | null> {
  if (start === null) return null;
  const worker = start();
  try {
    return await new Promise((resolve) => {
      let sent = 0;
      const sendNext = (): void => {
        if (sent >= events.length) return worker.postMessage({ kind: 'replay' });
        worker.postMessage({ kind: 'take', events: events.slice(sent, sent + SLICE) });
        sent += SLICE;
      };
      worker.addEventListener('error', () => resolve(null));
      worker.addEventListener('messageerror', () => resolve(null));
      worker.addEventListener('message', ({ data }) => {
        if (data.kind === 'taken') sendNext();
        else if (data.kind === 'replayed') onProgress(data.events / events.length);
        else resolve(data.rows);
      });
      sendNext();
    });
  } finally {
    worker.terminate();
  }
}
