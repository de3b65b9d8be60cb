import type { StorageState } from './device-service.ts';

export async function storageState(): Promise<StorageState> {
  const [estimate, isPersisted] = await Promise.all([
    navigator.storage?.estimate?.(),
    navigator.storage?.persisted?.(),
  ]);
  return {
    isPersisted: isPersisted ?? false,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
}

/** Asks the browser to keep the storage; true when it does. */
export const persist = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false;

export function setBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const set = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  // A badge is an extra: a browser that refuses one says nothing a learner could act on.
  set.catch(() => {});
}

export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
