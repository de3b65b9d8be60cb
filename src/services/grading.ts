/** Grading a card: the promise on the button, and the event that keeps it. */
import type { Result } from '#base/result.ts';
import type { EventBody } from '#progress/event.ts';
import type { CardRow } from '#progress/rows.ts';
import { digestOf, dueDay, type CardMemory } from '#scheduling/card-schedule.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { grades, type Grade } from '#scheduling/memory.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import type { StorageFault } from './progress-service.ts';
import type { Services } from './services.ts';
import { readSettings, studyDay } from './settings.ts';

/** A card as a screen is about to ask it, with the day that each grade will bring it back. */
export interface Asked {
  readonly card: string;
  /** The content's major revision. */
  readonly major: number;
  readonly row: CardRow | undefined;
  readonly today: StudyDay;
  readonly retention: number;
  readonly dueDays: Readonly<Record<Grade, StudyDay>>;
}

/** How far ahead the days are balanced. */
const BALANCED_DAYS = 90;

/** A card's memory before its next grade; a newer major revision of the content starts it again. */
export function memoryOf(card: string, major: number, row: CardRow | undefined): CardMemory {
  if (row === undefined || row.memory === null || row.major < major) {
    return { card, memory: null, lastDay: null, reps: 0 };
  }
  return row;
}

/** Reads what the promise rests on, so that the date on the button is the date it gets. */
export async function ask(
  { progress, clock }: Pick<Services, 'progress' | 'clock'>,
  card: string,
  major: number,
): Promise<Result<Asked, StorageFault>> {
  const today = studyDay(clock.now());
  const [row, load, { retention }] = await Promise.all([
    progress.row('card', card),
    progress.dueCounts(today + 1, today + BALANCED_DAYS),
    readSettings(progress),
  ]);
  if (!row.ok) return row;
  if (!load.ok) return load;
  const before = memoryOf(card, major, row.value);
  const days = grades.map((grade) => [grade, dueDay(fsrs, before, today, grade, retention, load.value)] as const);
  const dueDays = Object.fromEntries(days) as Record<Grade, StudyDay>;
  return { ok: true, value: { card, major, row: row.value, today, retention, dueDays } };
}

/** The event of a grade, with the promise that was on its button. */
export function cardGraded(
  asked: Asked,
  grade: Grade,
  during: 'review' | 'recall',
  elapsedMs: number,
): Extract<EventBody, { kind: 'cardGraded' }> {
  const { card, major, retention } = asked;
  return {
    kind: 'cardGraded',
    card,
    major,
    during,
    elapsedMs,
    grade,
    dueDay: asked.dueDays[grade],
    memoryBefore: digestOf(memoryOf(card, major, asked.row)),
    retention,
  };
}
