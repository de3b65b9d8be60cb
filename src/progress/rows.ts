/**
 * The projection: one row a subject, each rebuilt from the events of its subject alone. Nothing here is truth;
 * the log is.
 */
import type { Confidence, Response } from '#assessment/response.ts';
import type { MemoryState } from '#scheduling/memory.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import type { PuzzleRung, PuzzleTry, Settings } from './event.ts';

export interface CardRow {
  readonly card: string;
  /** The major revision that the memory belongs to; 0 before the first grade. */
  readonly major: number;
  /** `null` while the card is new (or was reset). */
  readonly memory: MemoryState | null;
  readonly dueDay: StudyDay | null;
  /** The latest study day on which it was graded. A clock set back a day does not make it earlier. */
  readonly lastDay: StudyDay | null;
  /** The study day of the first grade since new. */
  readonly introducedDay: StudyDay | null;
  readonly reps: number;
  readonly lapses: number;
  /** The first grade of each of the last three graded study days: true for a success. Oldest first. */
  readonly firstOfDay: readonly boolean[];
  /** Missed in a check, or before a puzzle, while sure: first in the queue until it is graded in a review. */
  readonly isSureAndWrong: boolean;
  /** The last grade was Again. */
  readonly isLapsed: boolean;
  readonly isSuspended: boolean;
  readonly buriedUntil: StudyDay | null;
  readonly reworded: { readonly prompt: string; readonly answer: string } | null;
  /** Ids of the grades that undo can take back, oldest first; at most the last 50. */
  readonly undoable: readonly string[];
}

export interface SectionRow {
  readonly section: string;
  readonly module: string;
  /** The screen that was open last, from 0. */
  readonly screen: number;
  readonly isRead: boolean;
  /** UTC ms of the last visit. */
  readonly lastAt: number;
}

export interface PromptRow {
  readonly prompt: string;
  readonly choice: string;
  readonly isRight: boolean;
}

export interface ConceptRow {
  readonly concept: string;
  readonly isKept: boolean;
}

export interface CheckAnswer {
  readonly item: string;
  readonly objective: string;
  readonly response: Response;
  readonly isRight: boolean;
  readonly score: number;
  readonly confidence: Confidence;
}

export interface CheckRow {
  readonly attempt: string;
  readonly module: string;
  readonly items: readonly string[];
  readonly answers: readonly CheckAnswer[];
  readonly startedAt: number;
  readonly result: {
    readonly right: number;
    readonly of: number;
    readonly passed: boolean;
    readonly at: number;
  } | null;
}

export interface DayRow {
  readonly day: StudyDay;
  readonly graded: number;
  readonly introduced: number;
  readonly sectionsRead: number;
  readonly checksFinished: number;
  readonly puzzlesSolved: number;
  /** Milliseconds spent on cards, each grade capped at one minute. */
  readonly reviewMs: number;
}

/** How often each confidence was right, over all check answers. */
export interface CalibrationRow {
  readonly counts: Readonly<Record<Confidence, { readonly right: number; readonly of: number }>>;
}

/** What is known of one round of a puzzle. */
export interface PuzzleRound {
  /** The first: a later one knows too much. */
  readonly prediction: { readonly choice: string; readonly isRight: boolean } | null;
  /** Where it was left. */
  readonly open:
    | (Omit<PuzzleTry, 'puzzle' | 'round'> & { readonly path: readonly number[]; readonly at: number })
    | null;
  /** The last few, oldest first. */
  readonly solves: readonly {
    readonly rung: PuzzleRung;
    readonly moves: number;
    readonly isClean: boolean;
    readonly at: number;
  }[];
  /** Whether it was solved alone. */
  readonly isSolved: boolean;
}

export interface PuzzleRow {
  readonly puzzle: string;
  /** By id, those that were begun. */
  readonly rounds: Readonly<Record<string, PuzzleRound>>;
  /** Cards that solving it added to the reviews. */
  readonly cards: readonly string[];
  /** UTC ms of the last visit. */
  readonly lastAt: number;
}

export interface DesignReviewRow {
  readonly review: string;
  readonly system: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly savedAt: number;
  readonly isDeleted: boolean;
}

export type SettingsRow = Settings;

/** Row by subject kind. A subject is `<kind>:<key>`; `calibration` and `settings` have one row each, with the key `all`. */
export interface Rows {
  card: CardRow;
  section: SectionRow;
  prompt: PromptRow;
  concept: ConceptRow;
  check: CheckRow;
  day: DayRow;
  puzzle: PuzzleRow;
  calibration: CalibrationRow;
  designReview: DesignReviewRow;
  settings: SettingsRow;
}
export type SubjectKind = keyof Rows;
export type Subject = `${SubjectKind}:${string}`;
