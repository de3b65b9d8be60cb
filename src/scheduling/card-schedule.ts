/**
 * When a card comes back. The memory model says how long; this file turns it into a study day, the same on every
 * device, so that the date on the button is the date you get. It knows nothing of queues or events.
 */
import { unreachable } from '#base/assert.ts';
import { hashText } from '#base/random.ts';
import { type DayRange, fuzzedDay, fuzzRange, LONGEST_INTERVAL_DAYS } from './fuzz.ts';
import type { Grade, Memory, MemoryState } from './memory.ts';
import type { StudyDay } from './study-day.ts';

/** What scheduling must know of a card before a grade. */
export interface CardMemory {
  readonly card: string;
  /** `null` while the card is new. */
  readonly memory: MemoryState | null;
  /** The study day of the last grade. */
  readonly lastDay: StudyDay | null;
  /** How many grades it has had. */
  readonly reps: number;
}

type Success = Exclude<Grade, 'again'>;

/** How many cards are due on each day; a day that is missing has none. */
type Load = ReadonlyMap<StudyDay, number>;

/** The state after a grade on `day`. A second grade on one day counts as no time passed, and so does a clock gone back. */
export function nextMemory(memory: Memory, before: CardMemory, day: StudyDay, grade: Grade): MemoryState {
  return memory.next(before.memory, elapsedDays(before, day), grade);
}

/**
 * The study day on which a card graded on `day` falls due: never before tomorrow, and hard ≤ good < easy (equal only
 * at the longest interval). Again is the next study day; that it returns earlier in its session is the session's
 * affair. With `load`, the least loaded day within the fuzz; without it, the day that the card's id settles.
 */
export function dueDay(
  memory: Memory,
  before: CardMemory,
  day: StudyDay,
  grade: Grade,
  retention: number,
  load?: Load,
): StudyDay {
  const intervalDays = (of: Success, bounds: DayRange): number => {
    const idealDays = idealIntervalDays(memory, nextMemory(memory, before, day, of), retention);
    const range = within(fuzzRange(idealDays, elapsedDays(before, day)), bounds);
    return load === undefined
      ? fuzzedDay(range, before.card, before.reps)
      : leastLoadedDay(range, idealDays, (days) => load.get(day + days) ?? 0);
  };
  const goodDays = (): number => intervalDays('good', { least: 1, most: LONGEST_INTERVAL_DAYS });
  switch (grade) {
    case 'again':
      return day + 1;
    case 'hard':
      return day + intervalDays('hard', { least: 1, most: goodDays() });
    case 'good':
      return day + goodDays();
    case 'easy':
      return day + intervalDays('easy', { least: goodDays() + 1, most: LONGEST_INTERVAL_DAYS });
    default:
      return unreachable(grade);
  }
}

/** The day that each grade would give: what the four buttons say. */
export function promises(
  memory: Memory,
  before: CardMemory,
  day: StudyDay,
  retention: number,
  load?: Load,
): Readonly<Record<Grade, StudyDay>> {
  const due = (grade: Grade): StudyDay => dueDay(memory, before, day, grade, retention, load);
  return { again: due('again'), hard: due('hard'), good: due('good'), easy: due('easy') };
}

/**
 * A short text that is the same for the same memory, last day and count of grades. Stability and difficulty count to
 * four decimals, because engines differ in the last bits of `Math.exp` and `Math.pow`.
 */
export function digestOf({ memory, lastDay, reps }: CardMemory): string {
  const state = memory === null ? 'new' : `${fourDecimals(memory.stability)} ${fourDecimals(memory.difficulty)}`;
  return hashText(`${state} ${lastDay} ${reps}`).toString(36);
}

/** In ten-thousandths, whole: several times faster to print than a fraction. */
const fourDecimals = (value: number): number => Math.round(value * 10_000);

/** Whole study days since the last grade; none before the first, and none when the clock has gone back. */
function elapsedDays({ lastDay }: CardMemory, day: StudyDay): number {
  return lastDay === null ? 0 : Math.max(0, day - lastDay);
}

/** The interval before fuzz: whole days, at least one. */
function idealIntervalDays(memory: Memory, state: MemoryState, retention: number): number {
  return clamp(Math.round(memory.intervalDays(state, retention)), { least: 1, most: LONGEST_INTERVAL_DAYS });
}

/** The part of a range that lies within the bounds, or the bound nearest to it. The upper bound wins. */
function within(range: DayRange, bounds: DayRange): DayRange {
  return { least: clamp(range.least, bounds), most: clamp(range.most, bounds) };
}

function clamp(days: number, { least, most }: DayRange): number {
  return Math.min(Math.max(days, least), most);
}

/** Of equally loaded days the one nearest the ideal, and of two as near the earlier. */
function leastLoadedDay({ least, most }: DayRange, idealDays: number, loadOf: (days: number) => number): number {
  let best = least;
  for (let days = least + 1; days <= most; days++) {
    const lighter = loadOf(days) - loadOf(best);
    const nearer = Math.abs(days - idealDays) - Math.abs(best - idealDays);
    if (lighter < 0 || (lighter === 0 && nearer < 0)) best = days;
  }
  return best;
}
