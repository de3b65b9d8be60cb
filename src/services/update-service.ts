/** The page's one bridge to the service worker: it asks for new versions, and brings one in when it is told to. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from './clock.ts';
import { forgetChunkReload, reloadOnMissingChunk } from './chunk-reload.ts';
import { href } from './navigation-service.ts';

export interface UpdateService {
  /** A newer version is on this device and waits. */
  readonly updateReady: ReadonlySignal<boolean>;
  /** Starts the service worker, once the page is there and idle. */
  readonly register: () => void;
  /** Brings in the version that waits, and reloads this page once. */
  readonly apply: () => void;
}

const hourMs = 60 * 60 * 1000;

export function createUpdateService(clock: Clock): UpdateService {
  const updateReady = signal(false);
  let bringIn = () => location.reload();
  reloadOnMissingChunk();

  const start = async () => {
    forgetChunkReload();
    // The worker may forget older versions now, if no other page runs one.
    navigator.serviceWorker.controller?.postMessage({ type: 'PAGE_STARTED' });
    const { Workbox } = await import('workbox-window');
    const workbox = new Workbox(href('/sw.js'));
    workbox.addEventListener('waiting', () => {
      bringIn = () => {
        // In this tab only: another tab may be in the middle of a card, and is told below.
        workbox.addEventListener('controlling', () => location.reload());
        workbox.messageSkipWaiting();
      };
      updateReady.value = true;
    });
    noticeOtherTabs(() => {
      bringIn = () => location.reload();
      updateReady.value = true;
    });
    await workbox.register();
    checkWhenSeen(clock, () => workbox.update());
  };

  return {
    updateReady,
    register: () => {
      if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
      whenIdle(() => void start().catch(goOnWithout));
    },
    apply: () => bringIn(),
  };
}

/** No network, or a browser that allows no worker: the app runs as it is, and the next start tries again. */
function goOnWithout(): void {}

/** Another tab brought the new version in: this page runs the old one, with a worker that still keeps its files. */
function noticeOtherTabs(onReplaced: () => void): void {
  let hadWorker = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker that a page gets replaces nothing.
    if (hadWorker) onReplaced();
    hadWorker = true;
  });
}

/** Browsers look for a new version at each navigation; an app that stays open for days makes none. */
function checkWhenSeen(clock: Clock, check: () => Promise<void>): void {
  let checkedAt = clock.now().at;
  document.addEventListener('visibilitychange', () => {
    const { at } = clock.now();
    if (document.visibilityState !== 'visible' || at - checkedAt < hourMs) return;
    checkedAt = at;
    void check().catch(goOnWithout);
  });
}

function whenIdle(run: () => void): void {
  const wait = () => ('requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 5000 }) : setTimeout(run, 1000));
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
