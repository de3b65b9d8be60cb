/** Keeps the whole app on the device. Owns caching only: it knows no screen, and nothing that a learner did. */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import type { PrecacheEntry } from 'workbox-precaching/_types.js';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

const precache = new PrecacheController();
precache.addToCacheList(self.__WB_MANIFEST);

self.addEventListener('install', (event) => {
  void precache.install(event);
});

// A first visit is served by the worker at once, so that it can go on offline without a reload. At an update this
// changes nothing: pages of the old version already have a worker, and the new one took its place.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (event.data?.type === 'PAGE_STARTED') event.waitUntil(cleanUpAfter(event));
});

/**
 * Drops the files of older versions. Not at activation, as is usual: another tab may still run the old version, and
 * would look for its chunks in vain. The page that has just started runs this one; when it is alone, none is left. Nor
 * while a newer version arrives, whose files are in the same place.
 */
async function cleanUpAfter(event: ExtendableMessageEvent): Promise<void> {
  if (self.registration.installing ?? self.registration.waiting) return;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const sender = event.source instanceof Client ? event.source.id : undefined;
  if (pages.every(({ id }) => id === sender)) await precache.activate(event);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return;
  if (request.mode === 'navigate') {
    const page = pageFor(url);
    if (page !== undefined) event.respondWith(kept(page, request));
  } else {
    event.respondWith(kept(precache.getCacheKeyForURL(url.href) ?? url.href, request));
  }
});

/** From the device, else from the network. */
async function kept(cacheKey: string, request: Request): Promise<Response> {
  const cache = await caches.open(precache.strategy.cacheName);
  return (await cache.match(cacheKey)) ?? fetch(request);
}

/** The kept page of an address, with or without its trailing slash; the shell for every other one, which renders any. */
function pageFor({ origin, pathname }: URL): string | undefined {
  // A file that is opened as a page: an icon, the licence. A module's name has a dot too, but before a digit.
  if (/\.(?!html$)[a-z]\w*$/i.test(pathname)) return undefined;
  const folder = origin + pathname.replace(/\/?(index\.html)?$/, '/');
  return (
    precache.getCacheKeyForURL(`${folder}index.html`) ??
    precache.getCacheKeyForURL(`${self.registration.scope}shell.html`)
  );
}
