import { defaultSettings, type Settings } from '#progress/event.ts';
import { studyDayOf, type StudyDay } from '#scheduling/study-day.ts';
import type { Instant } from './clock.ts';
import type { ProgressStore } from './progress-service.ts';

/** The learner's settings, with the defaults for what was never changed, or cannot be read. */
export async function readSettings(progress: ProgressStore): Promise<Settings> {
  const row = await progress.row('settings', 'all');
  return { ...defaultSettings, ...(row.ok ? row.value : undefined) };
}

/** The study day of an instant. */
export const studyDay = ({ at, offset }: Instant): StudyDay => studyDayOf(at, offset);
