import { checkOutcome } from '#assessment/check-result.ts';
import type { Confidence } from '#assessment/response.ts';
import type { GradeOutcome } from '#progress/event.ts';
import { digestOf } from '#scheduling/card-schedule.ts';
import { memoryOf, type Asked } from './grading.ts';

/** What an answer, in a check or before a puzzle, does to the card it names; `null` where it leaves it alone. */
export function outcomeOfAnswer(
  { isRight, confidence }: { readonly isRight: boolean; readonly confidence: Confidence },
  asked: Asked,
): GradeOutcome | null {
  const { row, today, retention, dueDays } = asked;
  const before = memoryOf(asked.card, asked.major, row);
  const isIntroduced = before.memory !== null;
  // A suspended card has no due day that anybody waits for.
  const isDue = isIntroduced && row?.isSuspended === false && row.dueDay !== null && row.dueDay <= today;
  const grade = checkOutcome({ isRight, confidence, isIntroduced, isDue });
  return grade && { grade, dueDay: dueDays[grade], memoryBefore: digestOf(before), retention };
}
