/** New versions of the app, as the page sees them. What talks to the service worker is fetched once the page is idle. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { forgetChunkReload, reloadOnMissingChunk } from './chunk-reload.ts';
import type { Clock } from './clock.ts';

export interface UpdateService {
  /** A newer version is on this device and waits. */
  readonly updateReady: ReadonlySignal<boolean>;
  /** Starts the service worker, once the page is there and idle. */
  readonly register: () => void;
  /** Brings in the version that waits, and reloads this page once. */
  readonly apply: () => void;
}

export function createUpdateService(clock: Clock): UpdateService {
  const updateReady = signal(false);
  let bringIn = () => location.reload();
  reloadOnMissingChunk();

  const start = async () => {
    forgetChunkReload();
    const { startWorker } = await import('./service-worker-bridge.ts');
    await startWorker(clock, (next) => {
      bringIn = next;
      updateReady.value = true;
    });
  };

  return {
    updateReady,
    register: () => {
      if ('serviceWorker' in navigator && !import.meta.env.DEV) whenIdle(() => void start().catch(goOnWithout));
    },
    apply: () => bringIn(),
  };
}

/** No network, or a browser that allows no worker: the app runs as it is, and the next start tries again. */
function goOnWithout(): void {}

function whenIdle(run: () => void): void {
  const wait = () =>
    'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 5000 }) : setTimeout(run, 1000);
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
