import { replayInWorker } from '#services/worker-replay.ts';
import { reviewHistory } from '../replay.bench.ts';

/** In ms. */
export interface ReplayTimes {
  readonly inWorker: number;
  readonly withHandOver: number;
}

/** The replay inside a worker, and the whole way: the log handed over, replayed, and the rows handed back. */
export async function timeReplay(): Promise<ReplayTimes> {
  const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module' });
  const inWorker = await new Promise<number>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  worker.terminate();

  const events = [...reviewHistory(100_000, 5000)].sort((one, other) => (one.id < other.id ? -1 : 1));
  const start = performance.now();
  const rows = await replayInWorker(events, () => {});
  if (rows === null) throw new Error('The worker failed.');
  return { inWorker, withHandOver: performance.now() - start };
}
