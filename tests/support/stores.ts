import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Result } from '#base/result.ts';
import type { ChangeChannel } from '#storage/changes.ts';
import type { Surroundings } from '#storage/database.ts';
import { createIndexedDbStore, type IndexedDbOptions } from '#storage/indexeddb-store.ts';

/** A browser that has never been here. */
export function freshBrowser(): void {
  globalThis.indexedDB = new IDBFactory();
}

/** Tokens that count up, so that a failure is the same in every run. */
export function countingTokens(): () => string {
  let last = 0;
  return () => `token${++last}`;
}

const sharedTokens = countingTokens();

/** Pauses pass at once; a time limit passes when `passTime` is called. */
export function testSurroundings(): Surroundings & { readonly passTime: () => void } {
  const waiting = new Set<() => void>();
  return {
    newToken: sharedTokens,
    setTimer: (run, ms) => {
      if (ms === 0) queueMicrotask(run);
      else waiting.add(run);
      return () => waiting.delete(run);
    },
    passTime: () => {
      for (const run of waiting) run();
    },
  };
}

export function openStore(options: Partial<IndexedDbOptions> = {}) {
  return createIndexedDbStore({ ...testSurroundings(), name: 'progress', ...options });
}

/** Channels between tabs that deliver at once, to all but the sender. */
export function tabChannels(): () => ChangeChannel {
  const tabs = new Map<ChangeChannel, (event: { readonly data: unknown }) => void>();
  return () => {
    const channel: ChangeChannel = {
      postMessage: (data) => {
        for (const [other, listener] of tabs) if (other !== channel) listener({ data });
      },
      addEventListener: (_type, listener) => void tabs.set(channel, listener),
      close: () => void tabs.delete(channel),
    };
    return channel;
  };
}

export async function valueOf<Value>(outcome: Promise<Result<Value, unknown>>): Promise<Value> {
  const result = await outcome;
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.fault)}`);
  return result.value;
}

export async function faultIn<Fault>(outcome: Promise<Result<unknown, Fault>>): Promise<Fault> {
  const result = await outcome;
  if (result.ok) throw new Error(`did not fail: ${JSON.stringify(result.value)}`);
  return result.fault;
}
