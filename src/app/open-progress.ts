import { createIndexedDbStore } from '#storage/indexeddb-store.ts';
import type { ProgressStore } from '#storage/progress-store.ts';
import { rebuilt } from './rebuilt.ts';

/** 128 random bits in letters and digits. */
const newToken = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');

/** This device's log. */
export const openProgress = (): ProgressStore =>
  createIndexedDbStore({
    name: 'quorum',
    newToken,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ...(typeof BroadcastChannel !== 'undefined' && { channel: new BroadcastChannel('quorum') }),
    replayElsewhere: async (events, onProgress) => {
      const { replayInWorker } = await import('#services/worker-replay.ts');
      return replayInWorker(events, onProgress);
    },
    onRebuild: (fraction) => {
      rebuilt.value = fraction;
    },
  });
