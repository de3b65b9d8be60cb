import { failed, type Result } from '#base/result.ts';
import type { ProgressStore, StorageFault } from '#storage/progress-store.ts';

/**
 * A store whose code comes after the first paint: every call waits for it. What subscribes before is told of changes
 * as if it had been there. Code that cannot be had is a fault like any other, and the next call tries again.
 */
export function lazyProgress(load: () => Promise<ProgressStore>): ProgressStore {
  let loading: Promise<ProgressStore> | undefined;
  /** Who listens as soon as there is a store. */
  const waiting = new Set<(store: ProgressStore) => void>();
  const open = async () => {
    try {
      const store = await load();
      for (const attach of waiting) attach(store);
      return store;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const store = () => (loading ??= open());
  const call = async <Value, Fault>(
    run: (store: ProgressStore) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault | StorageFault>> => {
    let opened;
    try {
      opened = await store();
    } catch (error) {
      return failed({ kind: 'unknown', message: String(error) });
    }
    return run(opened);
  };
  return {
    record: (bodies, time) => call((store) => store.record(bodies, time)),
    row: (kind, key) => call((store) => store.row(kind, key)),
    rows: (kind) => call((store) => store.rows(kind)),
    dueCards: (day, limit) => call((store) => store.dueCards(day, limit)),
    dueCounts: (from, to) => call((store) => store.dueCounts(from, to)),
    events: () => call((store) => store.events()),
    merge: (events) => call((store) => store.merge(events)),
    summary: () => call((store) => store.summary()),
    deleteEverything: () => call((store) => store.deleteEverything()),
    subscribe: (listener) => {
      let stop = () => {};
      const attach = (opened: ProgressStore) => {
        waiting.delete(attach);
        stop = opened.subscribe(listener);
      };
      waiting.add(attach);
      // Where it cannot be opened now, the store that a later call opens is listened to.
      store().then(
        (opened) => waiting.has(attach) && attach(opened),
        () => {},
      );
      return () => {
        waiting.delete(attach);
        stop();
      };
    },
    close: () =>
      void loading?.then(
        (opened) => opened.close(),
        () => {},
      ),
  };
}
