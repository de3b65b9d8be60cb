import type { ProgressStore } from '#storage/progress-store.ts';

/**
 * A store whose code comes after the first paint: every call waits for it. What subscribes before is told of changes
 * as if it had been there.
 */
export function lazyProgress(load: () => Promise<ProgressStore>): ProgressStore {
  let loading: Promise<ProgressStore> | undefined;
  const store = () => (loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
  return {
    record: async (bodies, time) => (await store()).record(bodies, time),
    row: async (kind, key) => (await store()).row(kind, key),
    rows: async (kind) => (await store()).rows(kind),
    dueCards: async (day, limit) => (await store()).dueCards(day, limit),
    dueCounts: async (from, to) => (await store()).dueCounts(from, to),
    events: async () => (await store()).events(),
    merge: async (events) => (await store()).merge(events),
    summary: async () => (await store()).summary(),
    deleteEverything: async () => (await store()).deleteEverything(),
    subscribe: (listener) => {
      let isWanted = true;
      let stop = () => {};
      void store().then((opened) => {
        if (isWanted) stop = opened.subscribe(listener);
      });
      return () => {
        isWanted = false;
        stop();
      };
    },
    close: () => void loading?.then((opened) => opened.close()),
  };
}
