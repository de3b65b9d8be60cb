import type { Confidence } from './response.ts';

/** Of the ten items of a check. */
export const PASS_RIGHT = 8;

export interface ObjectiveResult {
  readonly objective: string;
  readonly right: number;
  readonly of: number;
}

export interface CheckResult {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
  /** In the module's order. */
  readonly objectives: readonly ObjectiveResult[];
}

/** Passed means at least eight right, and at least one of each objective. */
export function checkResult(
  answers: readonly { readonly objective: string; readonly isRight: boolean }[],
  objectives: readonly { readonly id: string }[],
): CheckResult {
  const right = answers.filter(({ isRight }) => isRight).length;
  const byObjective = objectives.map(({ id }) => {
    const own = answers.filter(({ objective }) => objective === id);
    return { objective: id, right: own.filter(({ isRight }) => isRight).length, of: own.length };
  });
  const passed = right >= PASS_RIGHT && byObjective.every((result) => result.right > 0);
  return { right, of: answers.length, passed, objectives: byObjective };
}

/**
 * What an answer in a check does to the card it names; `null` leaves the card alone. A wrong answer is a lapse, and
 * introduces a new card. A right one counts as a review only where a review was due and it was no guess: anything
 * else would lengthen intervals on no evidence.
 */
export function checkOutcome(answer: {
  readonly isRight: boolean;
  readonly confidence: Confidence;
  readonly isIntroduced: boolean;
  readonly isDue: boolean;
}): 'again' | 'good' | null {
  if (!answer.isRight) return 'again';
  return answer.confidence !== 'guess' && answer.isIntroduced && answer.isDue ? 'good' : null;
}
