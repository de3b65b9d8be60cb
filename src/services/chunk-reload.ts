/** Where a reload for a missing chunk is remembered, so that it happens once. */
const mark = 'quorum.reloaded';

/** A chunk of a version that is gone: one reload brings the page and its chunks together again. */
export function reloadOnMissingChunk(): void {
  addEventListener('vite:preloadError', () => {
    // Without a network the reload might bring less than there is; the page says what is missing.
    if (navigator.onLine && markReload()) location.reload();
  });
}

/** The page has come up: a chunk that is missing from now on is another one. */
export function forgetChunkReload(): void {
  try {
    sessionStorage.removeItem(mark);
  } catch {
    // Storage is denied, so that nothing was marked either.
  }
}

/** False when the reload has been tried, or could not be remembered. */
function markReload(): boolean {
  try {
    if (sessionStorage.getItem(mark) !== null) return false;
    sessionStorage.setItem(mark, 'once');
    return true;
  } catch {
    return false;
  }
}
