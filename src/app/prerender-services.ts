import { signal } from '@preact/signals';
import { failed } from '#base/result.ts';
import type { ContentService } from '#services/content-service.ts';
import type { Services } from '#services/services.ts';
import type { ProgressStore } from '#services/progress-service.ts';
import { createNavigation, type AppNavigation } from './app-navigation.ts';

/** Services for rendering in the build, where nobody has learned anything yet and nothing can be kept. */
export function prerenderServices(content: ContentService): { services: Services; navigation: AppNavigation } {
  const navigation = createNavigation({ updateReady: signal(false), apply: () => {} });
  const denied = () => Promise.resolve(failed({ kind: 'denied' } as const));
  const progress: ProgressStore = {
    record: denied,
    row: denied,
    rows: denied,
    dueCards: denied,
    dueCounts: denied,
    events: denied,
    merge: denied,
    summary: denied,
    deleteEverything: denied,
    subscribe: () => () => {},
    close: () => {},
  };
  const services: Services = {
    content,
    progress,
    navigation,
    clock: { now: () => ({ at: 0, offset: 0 }) },
    backup: { exportBackup: denied, restore: denied },
    device: {
      install: signal('unavailable'),
      promptInstall: () => Promise.resolve(),
      storage: () => Promise.resolve({ isPersisted: false, usedBytes: null, quotaBytes: null }),
      persist: () => Promise.resolve(false),
      setBadge: () => {},
      saveFile: () => {},
      mirror: () => {},
      wasEmptied: signal(false),
    },
    searches: {
      run: () => Promise.resolve({ kind: 'stopped' }),
      prove: () => Promise.resolve({ kind: 'stopped' }),
    },
    labSetUps: { list: denied, save: denied, remove: denied, clear: denied },
    newSeed: () => 0,
  };
  return { services, navigation };
}
