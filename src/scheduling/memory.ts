export type Grade = 'again' | 'hard' | 'good' | 'easy';

export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

/** What FSRS keeps of a card: stability in days until recall falls to 0.9, difficulty from 1 to 10. */
export interface MemoryState {
  readonly stability: number;
  readonly difficulty: number;
}

/** The model of forgetting, so that scheduling does not know which one it is. */
export interface Memory {
  /** The state after a grade, `elapsedDays` (whole study days, never negative) after the last one; `null` before the first. */
  readonly next: (state: MemoryState | null, elapsedDays: number, grade: Grade) => MemoryState;
  /** The probability of recall, 0 to 1, `elapsedDays` after the last grade. */
  readonly recall: (state: MemoryState, elapsedDays: number) => number;
  /** Days (not rounded) until recall falls to `retention`, a probability. */
  readonly intervalDays: (state: MemoryState, retention: number) => number;
}
