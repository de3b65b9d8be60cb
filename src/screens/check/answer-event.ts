import type { EventBody } from '#progress/event.ts';
import type { CheckAnswer, CheckRow } from '#progress/rows.ts';
import { outcomeOfAnswer } from '#services/answer-outcome.ts';
import type { Asked } from '#services/grading.ts';

/** The event of an answer in a check, with what it does to its card. */
export function checkAnswered({ attempt, module }: CheckRow, answer: CheckAnswer, asked: Asked): EventBody {
  const { card, major } = asked;
  return { kind: 'checkAnswered', attempt, module, ...answer, card, major, outcome: outcomeOfAnswer(answer, asked) };
}
