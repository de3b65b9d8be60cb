import type { StudyDay } from './study-day.ts';

export interface ForecastDay {
  readonly day: StudyDay;
  readonly cards: number;
}

/**
 * How many cards each of `length` days asks, from today on, given how many are due on each day. Cards due earlier
 * count as today's: they wait, and owe nothing.
 */
export function forecast(
  dueCounts: ReadonlyMap<StudyDay, number>,
  today: StudyDay,
  length: number,
): readonly ForecastDay[] {
  const cards = new Array<number>(length).fill(0);
  for (const [dueDay, count] of dueCounts) {
    const index = Math.max(0, dueDay - today);
    if (index < length) cards[index] = (cards[index] ?? 0) + count;
  }
  return cards.map((count, index) => ({ day: today + index, cards: count }));
}
