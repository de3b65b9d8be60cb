/** The page's one way to its service worker. */
import { Workbox } from 'workbox-window';
import type { Clock } from './clock.ts';
import { href } from './navigation-service.ts';

const hourMs = 60 * 60 * 1000;

/** Registers the worker. `onReady` is given what brings a newer version in, each time that there is one. */
export async function startWorker(clock: Clock, onReady: (bringIn: () => void) => void): Promise<void> {
  // The worker may forget older versions now, if no other page runs one.
  navigator.serviceWorker.controller?.postMessage({ type: 'PAGE_STARTED' });
  const workbox = new Workbox(href('/sw.js'));
  workbox.addEventListener('waiting', () =>
    onReady(() => {
      // In this tab only: another one may be in the middle of a card, and is told below.
      workbox.addEventListener('controlling', () => location.reload());
      workbox.messageSkipWaiting();
    }),
  );
  noticeOtherTabs(() => onReady(() => location.reload()));
  await workbox.register();
  checkWhenSeen(clock, () => workbox.update());
}

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
    // Without a network there is nothing to find; the next look is in an hour.
    check().catch(() => {});
  });
}
