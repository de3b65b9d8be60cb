import { contentFiles } from 'virtual:content';
import { createBrowserDevice, type BrowserDevice } from '#services/browser-device.ts';
import type { BackupService } from '#services/backup-service.ts';
import { systemClock } from '#services/clock.ts';
import { fetchedContent } from '#services/fetched-content.ts';
import type { LabSetUps } from '#services/lab-set-ups.ts';
import type { Services } from '#services/services.ts';
import { createUpdateService, type UpdateService } from '#services/update-service.ts';
import { lazyProgress } from '#services/lazy-progress.ts';
import type { ProgressStore } from '#storage/progress-store.ts';
import { createNavigation, type AppNavigation } from './app-navigation.ts';

export interface RunningServices {
  readonly services: Services;
  readonly navigation: AppNavigation;
  readonly device: BrowserDevice;
  readonly update: UpdateService;
}

/** The services of a real browser. Nothing is opened or asked yet. */
export function createServices(): RunningServices {
  const clock = systemClock;
  const update = createUpdateService(clock);
  const navigation = createNavigation(update);
  const device = createBrowserDevice();
  const log = lazyProgress(async () => {
    const { openProgress } = await import('./open-progress.ts');
    return openProgress();
  });
  const labSetUps = lazySetUps();
  const progress: ProgressStore = { ...log, deleteEverything: () => deleteAll(log, labSetUps) };
  const content = fetchedContent({
    files: contentFiles,
    base: import.meta.env.BASE_URL,
    fetch: (url) => fetch(url),
  });
  const searches: Services['searches'] = {
    run: async (...asked) => (await import('#services/worker-search.ts')).runSearch(...asked),
    prove: async (...asked) => (await import('#services/worker-search.ts')).runProof(...asked),
  };
  const backup = lazyBackup(progress);
  const services: Services = { content, progress, clock, device, navigation, searches, backup, labSetUps, newSeed };
  return { services, navigation, device, update };
}

const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** What a learner named in the lab goes too. */
async function deleteAll(log: ProgressStore, labSetUps: LabSetUps): ReturnType<ProgressStore['deleteEverything']> {
  const cleared = await labSetUps.clear();
  return cleared.ok ? log.deleteEverything() : cleared;
}

/** Only the lab asks for them. */
function lazySetUps(): LabSetUps {
  const load = async () => (await import('#storage/lab-set-ups.ts')).openLabSetUps();
  return {
    list: async () => (await load()).list(),
    save: async (setUp) => (await load()).save(setUp),
    remove: async (name) => (await load()).remove(name),
    clear: async () => (await load()).clear(),
  };
}

/** Backups are rare: their code comes when one is asked for. */
function lazyBackup(progress: ProgressStore): BackupService {
  const load = async () => {
    const { logBackup } = await import('#services/log-backup.ts');
    return logBackup({ progress, clock: systemClock });
  };
  return {
    exportBackup: async () => (await load()).exportBackup(),
    restore: async (text) => (await load()).restore(text),
  };
}
