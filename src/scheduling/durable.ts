import { recallProbability } from './forgetting-curve.ts';
import type { MemoryState } from './memory.ts';
import type { StudyDay } from './study-day.ts';

const LEAST_STABILITY_DAYS = 21;
const SUCCESSES = 3;
/** How far predicted recall may lie under the desired retention. */
const RECALL_MARGIN = 0.1;
const LEAST_CARDS = 2;

/** What durability reads of a card. */
export interface DurabilityCard {
  /** `null` while the card is new. */
  readonly memory: MemoryState | null;
  readonly lastDay: StudyDay | null;
  /** The first grade of each of the last graded study days: true for a success. Oldest first. */
  readonly firstOfDay: readonly boolean[];
  readonly isSuspended: boolean;
}

/**
 * Whether a card is durably known: recalled at first sight on its last three graded days, stable for three weeks and
 * still likely to be recalled. A suspended card is not: nothing keeps it fresh.
 */
export function isDurable(card: DurabilityCard, today: StudyDay, retention: number): boolean {
  const { memory, lastDay, firstOfDay, isSuspended } = card;
  if (isSuspended || memory === null || lastDay === null) return false;
  const last = firstOfDay.slice(-SUCCESSES);
  if (last.length < SUCCESSES || last.includes(false)) return false;
  if (memory.stability < LEAST_STABILITY_DAYS) return false;
  return recallProbability(memory, Math.max(0, today - lastDay)) >= retention - RECALL_MARGIN;
}

/**
 * Whether a concept is durable: all its introduced cards are, and at least two. New cards do not count yet; suspended
 * ones no longer do, so that putting a card aside neither proves a concept nor blocks it for ever.
 */
export function isConceptDurable(cards: readonly DurabilityCard[], today: StudyDay, retention: number): boolean {
  const counted = cards.filter((card) => card.memory !== null && !card.isSuspended);
  return counted.length >= LEAST_CARDS && counted.every((card) => isDurable(card, today, retention));
}

/** Whether a module is durable: each of its key concepts, given by its cards, is. */
export function isModuleDurable(
  keyConcepts: readonly (readonly DurabilityCard[])[],
  today: StudyDay,
  retention: number,
): boolean {
  return keyConcepts.length > 0 && keyConcepts.every((cards) => isConceptDurable(cards, today, retention));
}
