import { signal } from '@preact/signals';
import type { StorageState } from '#services/device-service.ts';
import { plainLook } from '#services/first-paint.ts';
import type { StoreSummary } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';
import { shortcutsEnabled } from '#ui/shortcuts-enabled.ts';
import { backupFaultWords, mergeWords } from './backup-words.ts';
import { counted } from './counted.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';

/** The outcome of the last command, in words. */
export interface Outcome {
  readonly isGood: boolean;
  readonly words: string;
}

interface KeepingState {
  readonly summary: StoreSummary | null;
  readonly storage: StorageState | null;
  /** What the browser answered when it was asked to keep the storage; `null` before. */
  readonly isKeepingGranted: boolean | null;
  readonly backup: Outcome | null;
  readonly exported: Outcome | null;
  readonly deleted: Outcome | null;
  readonly isBusy: boolean;
}

export type Export = 'anki' | 'reviews' | 'design-reviews';
export type KeepingModel = ReturnType<typeof createKeepingModel>;

const TEXT = 'text/plain';
const NOT_HERE =
  'The part of the course that this needs is not on this device yet. Connect to the network once, then try again.';

/** Where progress is kept, and the ways in and out of it. */
export function createKeepingModel({ progress, content, clock, device, backup }: Services) {
  const state = signal<KeepingState>({
    summary: null,
    storage: null,
    isKeepingGranted: null,
    backup: null,
    exported: null,
    deleted: null,
    isBusy: false,
  });
  const set = (change: Partial<KeepingState>) => {
    state.value = { ...state.value, ...change };
  };

  const load = async () => {
    const [summary, storage] = await Promise.all([progress.summary(), device.storage()]);
    set({ storage, ...(summary.ok && { summary: summary.value }) });
  };

  /** One at a time: a second tap waits for the first to end. */
  const alone = async (run: () => Promise<Partial<KeepingState>>) => {
    if (state.value.isBusy) return;
    set({ isBusy: true });
    try {
      set(await run());
    } finally {
      set({ isBusy: false });
    }
  };

  const saveBackup = async (): Promise<Outcome> => {
    const result = await backup.exportBackup();
    if (!result.ok) return { isGood: false, words: backupFaultWords(result.fault) };
    const { name, text, events } = result.value;
    device.saveFile(name, TEXT, text);
    return { isGood: true, words: `Saved ${counted(events, 'entry', 'entries')} as ${name}.` };
  };

  return {
    state,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      return progress.subscribe(() => void load());
    },
    keep: () =>
      alone(async () => {
        const isKeepingGranted = await device.persist();
        return { isKeepingGranted, storage: await device.storage() };
      }),
    /** For a place that shows what comes next, and not what came before. */
    forgetOutcomes: () => set({ backup: null, exported: null, deleted: null }),
    saveBackup: () => alone(async () => ({ backup: await saveBackup() })),
    restore: (text: string) =>
      alone(async () => {
        const result = await backup.restore(text);
        if (result.ok) return { backup: { isGood: true, words: mergeWords(result.value) } };
        return { backup: { isGood: false, words: backupFaultWords(result.fault) } };
      }),
    /** The file could not even be read as text. */
    refuse: (words: string) => set({ backup: { isGood: false, words } }),
    save: (what: Export) =>
      alone(async () => {
        const { exportFile } = await import('./export-file.ts');
        const file = await exportFile(what, { progress, content }).catch(unlessUnavailable);
        if (file === null) return { exported: { isGood: false, words: NOT_HERE } };
        if (!file.ok) return { exported: { isGood: false, words: backupFaultWords(file.fault) } };
        const { name, type, text, words } = file.value;
        if (text !== '') device.saveFile(name, type, text);
        return { exported: { isGood: true, words } };
      }),
    deleteEverything: () =>
      alone(async () => {
        const result = await progress.deleteEverything();
        if (!result.ok) return { deleted: { isGood: false, words: backupFaultWords(result.fault) } };
        // Settings went with the rest, and nobody has been here: the first paint must know neither.
        device.mirror({ ...plainLook, isReturning: false });
        device.setBadge(0);
        shortcutsEnabled.value = true;
        return {
          deleted: { isGood: true, words: 'Everything is deleted from this device.' },
          backup: null,
          exported: null,
        };
      }),
    /** The calendar file of a daily reminder. */
    saveReminder: async (hour: number, minutes: number, url: string) => {
      const { reminderCalendar } = await import('./reminder-calendar.ts');
      const { at, offset } = clock.now();
      const day = Math.floor((at + offset * 60_000) / 86_400_000);
      const text = reminderCalendar({ day, hour, minutes, at, device: state.value.summary?.device ?? 'quorum', url });
      device.saveFile('quorum-reminder.ics', 'text/calendar', text);
    },
  };
}
