import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { assert } from '#base/assert.ts';
import type { ProgressStore } from '#storage/progress-store.ts';
import type { BackupService } from './backup-service.ts';
import type { Clock } from './clock.ts';
import type { ContentService } from './content-service.ts';
import type { DeviceService } from './device-service.ts';
import type { LabSetUps } from './lab-set-ups.ts';
import type { NavigationService } from './navigation-service.ts';
import type { SearchService } from './search-service.ts';

/** Everything a screen may ask of the world outside it. Tests hand in fakes. */
export interface Services {
  readonly content: ContentService;
  readonly progress: ProgressStore;
  readonly clock: Clock;
  readonly backup: BackupService;
  readonly device: DeviceService;
  readonly navigation: NavigationService;
  readonly searches: SearchService;
  readonly labSetUps: LabSetUps;
  /** Seeds for draws: a new one each call. */
  readonly newSeed: () => number;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services !== null, 'no services were provided');
  return services;
}
