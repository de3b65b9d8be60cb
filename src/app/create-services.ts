import { contentFiles } from 'virtual:content';
import { createBrowserDevice, type BrowserDevice } from '#services/browser-device.ts';
import type { BackupService } from '#services/backup-service.ts';
import { systemClock } from '#services/clock.ts';
import { fetchedContent } from '#services/fetched-content.ts';
import type { Services } from '#services/services.ts';
import { createUpdateService, type UpdateService } from '#services/update-service.ts';
import { createIndexedDbStore } from '#storage/indexeddb-store.ts';
import type { ProgressStore } from '#storage/progress-store.ts';
import { createNavigation, type AppNavigation } from './app-navigation.ts';
import { rebuilt } from './rebuild-notice.tsx';

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
  const progress = openProgress();
  const content = fetchedContent({
    files: contentFiles,
    base: import.meta.env.BASE_URL,
    fetch: (url) => fetch(url),
  });
  const services: Services = { content, progress, clock, device, navigation, backup: lazyBackup(progress), newSeed };
  return { services, navigation, device, update };
}

const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** 100 random bits in letters and digits. */
const newToken = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');

function openProgress(): ProgressStore {
  return createIndexedDbStore({
    name: 'quorum',
    newToken,
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ...(typeof BroadcastChannel !== 'undefined' && { channel: new BroadcastChannel('quorum') }),
    replayElsewhere: async (events, onProgress) => {
      const { replayInWorker } = await import('#services/worker-replay.ts');
      return replayInWorker(events, onProgress);
    },
    onRebuild: (fraction) => {
      rebuilt.value = fraction;
    },
  });
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
