import { digestOf } from '#scheduling/card-schedule.ts';
import type { GradeOutcome } from './event.ts';
import type { Projection } from './projection.ts';
import type { DayRow } from './rows.ts';

/** Longer than this, the card was left lying, not thought about. A clock set back while it was open counts as no time. */
const LONGEST_GRADE_MS = 60_000;

/** A grade given on these grounds was the card's first. */
const newCard = digestOf({ card: '', memory: null, lastDay: null, reps: 0 });

/** What was done on one study day. The key is the day's number. */
export const dayProjection: Projection<'day'> = {
  initial: (day) => ({
    day: Number(day),
    graded: 0,
    introduced: 0,
    sectionsRead: 0,
    checksFinished: 0,
    puzzlesSolved: 0,
    reviewMs: 0,
  }),
  on: {
    cardGraded: (row, event) => withGrade(row, event, Math.min(Math.max(0, event.elapsedMs), LONGEST_GRADE_MS)),
    checkAnswered: (row, { outcome }) => (outcome === null ? row : withGrade(row, outcome, 0)),
    puzzlePredicted: (row, { outcome }) => (outcome === null ? row : withGrade(row, outcome, 0)),
    puzzleSolved: (row) => ({ ...row, puzzlesSolved: row.puzzlesSolved + 1 }),
    sectionRead: (row) => ({ ...row, sectionsRead: row.sectionsRead + 1 }),
    checkFinished: (row) => ({ ...row, checksFinished: row.checksFinished + 1 }),
  },
};

/** Every field is written out, for speed: there is one such row for each grade of a replay. */
function withGrade(row: DayRow, { memoryBefore }: GradeOutcome, spentMs: number): DayRow {
  return {
    day: row.day,
    graded: row.graded + 1,
    introduced: row.introduced + (memoryBefore === newCard ? 1 : 0),
    sectionsRead: row.sectionsRead,
    checksFinished: row.checksFinished,
    puzzlesSolved: row.puzzlesSolved,
    reviewMs: row.reviewMs + spentMs,
  };
}
