/** A card's memory, rebuilt from its grades. The days are those of each grade's own clock and offset. */
import { digestOf, dueDay, nextMemory } from '#scheduling/card-schedule.ts';
import type { Memory } from '#scheduling/memory.ts';
import { studyDayOf } from '#scheduling/study-day.ts';
import type { EventHead, EventOf, GradeOutcome } from './event.ts';
import type { Projection } from './projection.ts';
import type { CardRow } from './rows.ts';

/** Durability asks for the first grade of so many days. */
const FIRSTS_KEPT = 3;
const UNDOABLE_KEPT = 50;

const forgotten = {
  memory: null,
  dueDay: null,
  lastDay: null,
  introducedDay: null,
  reps: 0,
  lapses: 0,
  firstOfDay: [],
  isSureAndWrong: false,
  isLapsed: false,
  undoable: [],
} satisfies Partial<CardRow>;

/** An answer, in a check or before a puzzle, that said how sure it was: one that was sure and wrong marks the card. */
function missable(row: CardRow, event: EventOf<'checkAnswered' | 'puzzlePredicted'>, memory: Memory): CardRow {
  if (event.outcome === null || event.major < row.major) return row;
  const before = asAskedAt(event.major, row);
  const isSureAndWrong = before.isSureAndWrong || (!event.isRight && event.confidence === 'sure');
  return graded(before, event, event.outcome, memory, isSureAndWrong, before.undoable);
}

export const cardProjection: Projection<'card'> = {
  initial: (card) => ({ card, major: 0, ...forgotten, isSuspended: false, buriedUntil: null, reworded: null }),
  on: {
    cardGraded: (row, event, memory) => {
      if (event.major < row.major) return row;
      const before = asAskedAt(event.major, row);
      const undoable = withLast(before.undoable, event.id, UNDOABLE_KEPT);
      return graded(before, event, event, memory, before.isSureAndWrong && event.during !== 'review', undoable);
    },
    checkAnswered: missable,
    puzzlePredicted: missable,
    cardSuspended: (row) => ({ ...row, isSuspended: true }),
    cardResumed: (row) => ({ ...row, isSuspended: false, buriedUntil: null }),
    cardBuried: (row, { until }) => ({ ...row, buriedUntil: until }),
    cardReset: (row) => ({ ...row, ...forgotten }),
    cardReworded: (row, { prompt, answer }) => ({
      ...row,
      reworded: prompt === '' && answer === '' ? null : { prompt, answer },
    }),
  },
};

/** A grade of a higher major revision finds a new card: what was remembered is no longer what is asked. */
function asAskedAt(major: number, row: CardRow): CardRow {
  return major > row.major ? { ...row, ...forgotten } : row;
}

/** Every field is written out: a spread here would take a third of the time of a replay. */
function graded(
  before: CardRow,
  { at, offset, major }: EventHead & { readonly major: number },
  outcome: GradeOutcome,
  memory: Memory,
  isSureAndWrong: boolean,
  undoable: readonly string[],
): CardRow {
  const day = studyDayOf(at, offset);
  const isSuccess = outcome.grade !== 'again';
  const isNewDay = before.lastDay === null || day > before.lastDay;
  const isLapse = !isSuccess && before.memory !== null && (isNewDay || !before.isLapsed);
  const isPromiseKept = digestOf(before) === outcome.memoryBefore;
  return {
    card: before.card,
    major,
    memory: nextMemory(memory, before, day, outcome.grade),
    dueDay: isPromiseKept ? outcome.dueDay : dueDay(memory, before, day, outcome.grade, outcome.retention),
    lastDay: isNewDay ? day : before.lastDay,
    introducedDay: before.introducedDay ?? day,
    reps: before.reps + 1,
    lapses: before.lapses + (isLapse ? 1 : 0),
    firstOfDay: isNewDay ? withLast(before.firstOfDay, isSuccess, FIRSTS_KEPT) : before.firstOfDay,
    isSureAndWrong,
    isLapsed: !isSuccess,
    isSuspended: before.isSuspended,
    buriedUntil: before.buriedUntil,
    reworded: before.reworded,
    undoable,
  };
}

/** The last `most` values, with one more. */
function withLast<Value>(values: readonly Value[], value: Value, most: number): readonly Value[] {
  return values.length < most ? [...values, value] : [...values.slice(1 - most), value];
}
