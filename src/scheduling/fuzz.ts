import { hashText, randomFrom } from '#base/random.ts';

/** The longest interval: a hundred years, which is also the largest stability. */
export const LONGEST_INTERVAL_DAYS = 36_500;

/** Whole days from today, both ends included. */
export interface DayRange {
  readonly least: number;
  readonly most: number;
}

/** The wider the interval, the smaller the share of it that fuzz may add or take. */
const BANDS = [
  { start: 2.5, end: 7, factor: 0.15 },
  { start: 7, end: 20, factor: 0.1 },
  { start: 20, end: Number.POSITIVE_INFINITY, factor: 0.05 },
];

/**
 * The days among which a card may fall due, so that cards learnt together part. The widths are ts-fsrs's
 * (`get_fuzz_range`), written out so that nothing but grading loads the library. A growing interval stays past
 * the days that have already gone by since the last grade.
 */
export function fuzzRange(intervalDays: number, elapsedDays: number): DayRange {
  if (intervalDays < 2.5) return { least: intervalDays, most: intervalDays };
  const delta = BANDS.reduce(
    (sum, { start, end, factor }) => sum + factor * Math.max(Math.min(intervalDays, end) - start, 0),
    1,
  );
  const most = Math.min(Math.round(intervalDays + delta), LONGEST_INTERVAL_DAYS);
  const least = Math.max(2, Math.round(intervalDays - delta), intervalDays > elapsedDays ? elapsedDays + 1 : 0);
  return { least: Math.min(least, most), most };
}

/** The day of a range that the card's id and its count of grades settle, once and for all. */
export function fuzzedDay({ least, most }: DayRange, card: string, reps: number): number {
  const share = randomFrom(hashText(`${card} ${reps}`))();
  return least + Math.floor(share * (most - least + 1));
}
