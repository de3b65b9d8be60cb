import { signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import { failed } from '#base/result.ts';
import type { Params, Screen } from '#screens/screen.ts';
import type { Instant } from '#services/clock.ts';
import type { ContentService } from '#services/content-service.ts';
import type { ProgressStore, StorageFault } from '#services/progress-service.ts';
import { ServicesContext, type Services } from '#services/services.ts';
import { createMemoryStore } from '#storage/memory-store.ts';
import { LiveRegion } from '#ui/live-region.tsx';
import { fakeLabSetUps } from './fake-lab-set-ups.ts';
import { fakeSearches } from './fake-searches.ts';
import { fixtureContent } from './fixture-content.ts';

const DAY_MS = 86_400_000;

/** Noon of a Sunday in Berlin, in winter. */
const start: Instant = { at: Date.UTC(2026, 10, 22, 11), offset: 60 };

/** Services over a store in memory, with a clock that stands still, and what a test needs to know of them. */
export interface FakeServices extends Services {
  readonly searches: ReturnType<typeof fakeSearches>;
  /** Lets time pass. */
  readonly pass: (time: { readonly days?: number; readonly ms?: number }) => void;
  /** From now on storage fails so; `null` heals it. */
  readonly breakStorage: (fault: StorageFault | null) => void;
  /** Where the app was sent, in order. */
  readonly visited: readonly string[];
  /** How often updates are held at this moment. */
  readonly holds: () => number;
  readonly savedFiles: readonly { readonly name: string; readonly text: string }[];
}

export function fakeServices(content: ContentService = fixtureContent()): FakeServices {
  let now = start;
  let held = 0;
  let seed = 0;
  let token = 0;
  let fault: StorageFault | null = null;
  const visited: string[] = [];
  const savedFiles: { name: string; text: string }[] = [];
  const progress = breakable(
    createMemoryStore(() => `token${++token}`),
    () => fault,
  );
  return {
    content,
    progress,
    clock: { now: () => now },
    newSeed: () => ++seed,
    searches: fakeSearches(),
    labSetUps: fakeLabSetUps(),
    backup: {
      exportBackup: async () => failed({ kind: 'denied' }),
      restore: async () => failed({ kind: 'denied' }),
    },
    device: {
      install: signal('unavailable'),
      promptInstall: async () => {},
      storage: async () => ({ isPersisted: false, usedBytes: null, quotaBytes: null }),
      persist: async () => false,
      setBadge: () => {},
      saveFile: (name, _type, text) => void savedFiles.push({ name, text }),
      mirror: () => {},
      wasEmptied: signal(false),
    },
    navigation: {
      go: (path) => void visited.push(path),
      replace: (path) => void visited.push(path),
      holdUpdates: () => {
        held++;
        return () => void held--;
      },
    },
    pass: ({ days = 0, ms = 0 }) => {
      now = { ...now, at: now.at + days * DAY_MS + ms };
    },
    breakStorage: (next) => {
      fault = next;
    },
    visited,
    holds: () => held,
    savedFiles,
  };
}

/** The store, except while `faultNow` gives a fault: then nothing can be read or written. */
function breakable(store: ProgressStore, faultNow: () => StorageFault | null): ProgressStore {
  const unlessBroken =
    <Args extends readonly unknown[], Outcome>(call: (...args: Args) => Promise<Outcome>) =>
    async (...args: Args) => {
      const fault = faultNow();
      return fault ? failed(fault) : call(...args);
    };
  return {
    ...store,
    record: unlessBroken(store.record),
    row: unlessBroken(store.row) as ProgressStore['row'],
    rows: unlessBroken(store.rows) as ProgressStore['rows'],
    dueCards: unlessBroken(store.dueCards),
    dueCounts: unlessBroken(store.dueCounts),
    events: unlessBroken(store.events),
    merge: unlessBroken(store.merge),
    summary: unlessBroken(store.summary),
    deleteEverything: unlessBroken(store.deleteEverything),
  };
}

/** Loads a screen's content and puts it on the page, with the live region beside it. */
export async function renderScreen<Data>(screen: Screen<Data>, params: Params, services: Services) {
  const data = await screen.load(params, services.content);
  if (data === undefined) throw new Error('There is no such page.');
  const { View } = screen;
  return render(
    <ServicesContext.Provider value={services}>
      <main>
        <View data={data} params={params} />
      </main>
      <LiveRegion />
    </ServicesContext.Provider>,
  );
}
