import type { ProgressStore } from '#services/progress-service.ts';
import type { FakeServices } from './fake-services.tsx';

/** The same services, with writes that wait until they are let through. */
export function holdWrites(services: FakeServices) {
  let release = () => {};
  let gate: Promise<void> | null = null;
  const record: ProgressStore['record'] = async (bodies, time) => {
    await gate;
    return services.progress.record(bodies, time);
  };
  return {
    services: { ...services, progress: { ...services.progress, record } },
    hold: () => {
      gate = new Promise((resolve) => {
        release = resolve;
      });
    },
    letThrough: () => {
      gate = null;
      release();
    },
  };
}
