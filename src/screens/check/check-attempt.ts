/** One attempt at a check, as rules over its row: what is asked next, and what its end says. */
import { drawCheck } from '#assessment/check-draw.ts';
import { checkResult, type CheckResult } from '#assessment/check-result.ts';
import { confidences, type Confidence } from '#assessment/response.ts';
import type { CheckBank } from '#content/compiled.ts';
import type { Item } from '#content/item.ts';
import type { CheckAnswer, CheckRow } from '#progress/rows.ts';

/** The items of the last three attempts are drawn after the others: further back they are forgotten well enough. */
const ATTEMPTS_REMEMBERED = 3;

/** The attempts at one module's check, the newest first. */
export function attemptsAt(module: string, rows: readonly CheckRow[]): readonly CheckRow[] {
  return rows.filter((row) => row.module === module).sort((one, other) => other.startedAt - one.startedAt);
}

export const openAttempt = (attempts: readonly CheckRow[]) => attempts.find(({ result }) => result === null);

/** A new attempt with items drawn from the bank, those of the last attempts last. */
export function startAttempt(
  bank: CheckBank,
  attempts: readonly CheckRow[],
  seed: number,
  startedAt: number,
): CheckRow {
  const seen = new Set(attempts.slice(0, ATTEMPTS_REMEMBERED).flatMap(({ items }) => items));
  const items = drawCheck(bank.items, bank.objectives, seed, seen).map(({ id }) => id);
  const attempt = `${bank.module.id}-${startedAt.toString(36)}-${(seed >>> 0).toString(36)}`;
  return { attempt, module: bank.module.id, items, answers: [], startedAt, result: null };
}

/** The first item without an answer. One that has left the bank since the attempt began is passed over. */
export function nextItem({ items, answers }: CheckRow, bank: CheckBank): Item | undefined {
  const answered = new Set(answers.map(({ item }) => item));
  const left = items.filter((id) => !answered.has(id));
  return left.map((id) => bank.items.find((item) => item.id === id)).find((item) => item !== undefined);
}

export function withAnswer(attempt: CheckRow, answer: CheckAnswer): CheckRow {
  return { ...attempt, answers: [...attempt.answers, answer] };
}

export const resultOf = (attempt: CheckRow, bank: CheckBank): CheckResult =>
  checkResult(attempt.answers, bank.objectives);

/** What was missed, by the page that teaches it, in the order of the attempt. */
export interface Reread {
  readonly title: string;
  /** The paragraph of the first item missed. */
  readonly paragraph: string;
  readonly missed: number;
}

export function rereadAfter({ answers }: CheckRow, { items, places }: CheckBank): readonly Reread[] {
  const pages = new Map<string, Reread>();
  for (const { item: id } of answers.filter(({ isRight }) => !isRight)) {
    const item = items.find((each) => each.id === id);
    const title = item && places[item.teaches];
    if (item === undefined || title === undefined) continue;
    const page = pages.get(title);
    pages.set(title, { title, paragraph: page?.paragraph ?? item.teaches, missed: (page?.missed ?? 0) + 1 });
  }
  return [...pages.values()];
}

export type ConfidenceCounts = Readonly<Record<Confidence, { readonly right: number; readonly of: number }>>;

export function confidenceCounts(answers: readonly CheckAnswer[]): ConfidenceCounts {
  const counts = confidences.map((confidence) => {
    const own = answers.filter((answer) => answer.confidence === confidence);
    return [confidence, { right: own.filter(({ isRight }) => isRight).length, of: own.length }] as const;
  });
  return Object.fromEntries(counts) as ConfidenceCounts;
}
