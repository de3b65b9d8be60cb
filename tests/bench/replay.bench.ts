import type { LogEvent } from '#progress/event.ts';
import { advance } from '#progress/projections.ts';
import { replay } from '#progress/replay.ts';
import type { CardRow } from '#progress/rows.ts';
import { hashText, randomFrom } from '#base/random.ts';
import { digestOf, dueDay } from '#scheduling/card-schedule.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import type { Grade } from '#scheduling/memory.ts';
import { studyDayOf } from '#scheduling/study-day.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1, 12);
const RETENTION = 0.9;

/** A log of reviews as the app would have written it: each promise rests on the memory it found. */
export function reviewHistory(reviews: number, cards: number): readonly LogEvent[] {
  const random = randomFrom(hashText('replay'));
  const rows = new Map<string, CardRow>();
  return Array.from({ length: reviews }, (_, index) => {
    const card = `card-${index % cards}`;
    const at = START_MS + Math.floor(index / cards) * 9 * DAY_MS + (index % cards) * 5000;
    const before = rows.get(card) ?? { card, memory: null, lastDay: null, reps: 0 };
    const grade: Grade = random() < 0.12 ? 'again' : random() < 0.2 ? 'hard' : 'good';
    const event = {
      id: `bench-${index + 1}-n`,
      device: 'bench',
      seq: index + 1,
      at,
      offset: 60,
      tick: at,
      kind: 'cardGraded',
      card,
      major: 1,
      during: 'review',
      elapsedMs: 5000,
      grade,
      dueDay: dueDay(fsrs, before, studyDayOf(at, 60), grade, RETENTION),
      memoryBefore: digestOf(before),
      retention: RETENTION,
    } as const;
    rows.set(card, advance('card', card, rows.get(card), event, fsrs));
    return event;
  });
}

/** 100,000 reviews of 5,000 cards: from the log to every row. The log comes as storage gives it, sorted by id. */
export function benchReplay(): readonly { readonly name: string; readonly value: number; readonly unit: string }[] {
  const events = [...reviewHistory(100_000, 5000)].sort((one, other) => (one.id < other.id ? -1 : 1));
  const times = Array.from({ length: 3 }, () => {
    const from = performance.now();
    replay(events, fsrs);
    return performance.now() - from;
  });
  return [{ name: 'replay of 100,000 reviews', value: Math.round(Math.min(...times)), unit: 'ms' }];
}
