import { checkOutcome } from '#assessment/check-result.ts';
import type { EventBody, GradeOutcome } from '#progress/event.ts';
import type { CheckAnswer, CheckRow } from '#progress/rows.ts';
import { digestOf } from '#scheduling/card-schedule.ts';
import { memoryOf, type Asked } from '#services/grading.ts';

/** The event of an answer in a check, with what it does to its card. */
export function checkAnswered({ attempt, module }: CheckRow, answer: CheckAnswer, asked: Asked): EventBody {
  const { card, major } = asked;
  return { kind: 'checkAnswered', attempt, module, ...answer, card, major, outcome: outcomeOf(answer, asked) };
}

function outcomeOf({ isRight, confidence }: CheckAnswer, asked: Asked): GradeOutcome | null {
  const { row, today, retention, dueDays } = asked;
  const before = memoryOf(asked.card, asked.major, row);
  const isIntroduced = before.memory !== null;
  // A suspended card has no due day that anybody waits for.
  const isDue = isIntroduced && row?.isSuspended === false && row.dueDay !== null && row.dueDay <= today;
  const grade = checkOutcome({ isRight, confidence, isIntroduced, isDue });
  return grade && { grade, dueDay: dueDays[grade], memoryBefore: digestOf(before), retention };
}
