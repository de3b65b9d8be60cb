/**
 * The events of the log: what happened, in the past tense, with its outcome, so that a replay needs no content
 * and no simulator. Adding a kind is adding a member here and its case in a reducer.
 */
import type { Confidence, Response } from '#assessment/response.ts';
import type { Grade } from '#scheduling/memory.ts';
import type { StudyDay } from '#scheduling/study-day.ts';

export interface EventHead {
  /** `device-seq-nonce`. */
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  /** UTC ms by the device's clock, right or wrong. */
  readonly at: number;
  /** Minutes that local time was ahead of UTC. */
  readonly offset: number;
  /** The event's place in the total order: max(at, 1 + the largest tick of the log that is not over a day past `at`). */
  readonly tick: number;
}

/** What a grade promised and on what grounds; a replay keeps `dueDay` while `memoryBefore` still matches. */
export interface GradeOutcome {
  readonly grade: Grade;
  readonly dueDay: StudyDay;
  /** A digest of the card's memory before the grade. */
  readonly memoryBefore: string;
  /** The desired retention it was computed with, 0 to 1. */
  readonly retention: number;
}

/** How much of a round's way is the player's own, from a worked example to all of it. */
export type PuzzleRung = 'watch' | 'lastMove' | 'lastTwoMoves' | 'alone';

/** One try at a round of a puzzle, and the help that it took. */
export interface PuzzleTry {
  readonly puzzle: string;
  readonly round: string;
  readonly rung: PuzzleRung;
  readonly hints: number;
  /** How often it was said, wrongly, that it cannot be done. */
  readonly wrongClaims: number;
}

export type EventBody =
  | ({
      readonly kind: 'cardGraded';
      readonly card: string;
      readonly major: number;
      readonly during: 'review' | 'recall';
      readonly elapsedMs: number;
    } & GradeOutcome)
  /** `day` is the study day of the grade that is undone. */
  | { readonly kind: 'gradeUndone'; readonly target: string; readonly card: string; readonly day: StudyDay }
  | { readonly kind: 'cardSuspended'; readonly card: string }
  | { readonly kind: 'cardResumed'; readonly card: string }
  /** Out of sight until the study day `until`. */
  | { readonly kind: 'cardBuried'; readonly card: string; readonly until: StudyDay }
  /** Forgets the card's memory: it is new again. */
  | { readonly kind: 'cardReset'; readonly card: string }
  /** The learner's own wording; empty strings restore the course's. */
  | { readonly kind: 'cardReworded'; readonly card: string; readonly prompt: string; readonly answer: string }
  /** The place is kept: the screen that is open, from 0. */
  | { readonly kind: 'sectionReached'; readonly section: string; readonly module: string; readonly screen: number }
  | { readonly kind: 'sectionRead'; readonly section: string; readonly module: string }
  /** A guess before reading, or a prediction before a run: never scored. `prompt` is `<section>#<block>` or `hook`. */
  | { readonly kind: 'promptAnswered'; readonly prompt: string; readonly choice: string; readonly isRight: boolean }
  | { readonly kind: 'conceptKept'; readonly concept: string }
  | { readonly kind: 'conceptDropped'; readonly concept: string }
  | {
      readonly kind: 'checkStarted';
      readonly attempt: string;
      readonly module: string;
      readonly items: readonly string[];
    }
  | {
      readonly kind: 'checkAnswered';
      readonly attempt: string;
      readonly module: string;
      readonly item: string;
      readonly objective: string;
      readonly response: Response;
      readonly isRight: boolean;
      readonly score: number;
      readonly confidence: Confidence;
      readonly card: string;
      readonly major: number;
      /** What the answer did to its card; `null` when it left it alone. */
      readonly outcome: GradeOutcome | null;
    }
  | {
      readonly kind: 'checkFinished';
      readonly attempt: string;
      readonly module: string;
      readonly right: number;
      readonly of: number;
      readonly passed: boolean;
    }
  /** What was expected of a round before its first move. */
  | {
      readonly kind: 'puzzlePredicted';
      readonly puzzle: string;
      readonly round: string;
      readonly choice: string;
      readonly isRight: boolean;
      readonly confidence: Confidence;
      readonly card: string;
      readonly major: number;
      /** What the prediction did to its card; `null` when it left it alone. */
      readonly outcome: GradeOutcome | null;
    }
  /** The place is kept, where a round was left before its end. */
  | ({
      readonly kind: 'puzzleAttempted';
      /** The place of each move among those that were possible then. */
      readonly path: readonly number[];
    } & PuzzleTry)
  | ({
      readonly kind: 'puzzleSolved';
      readonly moves: number;
      /** By reaching the goal, or by saying, rightly, that it cannot be reached. */
      readonly by: 'moves' | 'claim';
      readonly isClean: boolean;
      /** Cards that this adds to the reviews. */
      readonly cards: readonly string[];
    } & PuzzleTry)
  | {
      readonly kind: 'designReviewSaved';
      readonly review: string;
      readonly system: string;
      readonly answers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'designReviewDeleted'; readonly review: string }
  | { readonly kind: 'settingChanged'; readonly name: SettingName; readonly value: string | number | boolean };

export interface Settings {
  /** Desired retention, 0.8 to 0.97. */
  readonly retention: number;
  readonly newCardsPerDay: number;
  readonly reviewMinutesPerDay: number;
  readonly shortcuts: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: 'small' | 'normal' | 'large' | 'larger';
  /** Room between the lines and paragraphs of reading text, and between its letters and words. */
  readonly lines: 'normal' | 'wide';
  readonly letters: 'normal' | 'wide';
}
export type SettingName = keyof Settings;

export const defaultSettings: Settings = {
  retention: 0.9,
  newCardsPerDay: 10,
  reviewMinutesPerDay: 15,
  shortcuts: true,
  theme: 'system',
  textSize: 'normal',
  lines: 'normal',
  letters: 'normal',
};

export type ProgressEvent = EventHead & EventBody;
/** An event of a kind that a newer version writes: kept, passed on and ignored. */
export type UnknownEvent = EventHead & { readonly kind: string };
/** What the log holds. */
export type LogEvent = ProgressEvent | UnknownEvent;
export type EventKind = EventBody['kind'];
export type EventOf<Kind extends EventKind> = EventHead & Extract<EventBody, { kind: Kind }>;
