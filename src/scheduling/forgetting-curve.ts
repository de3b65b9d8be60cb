import type { MemoryState } from './memory.ts';

/** FSRS-6's published decay, its weight w20. */
const DECAY = 0.1542;
/** Fixed so that recall is 0.9 after `stability` days. */
const FACTOR = 0.9 ** (-1 / DECAY) - 1;

/**
 * The probability of recall, 0 to 1, `elapsedDays` after the last grade: FSRS-6's curve with its published decay.
 * One line of our own, so that screens that only look at memory do not load the library that changes it.
 */
export function recallProbability({ stability }: MemoryState, elapsedDays: number): number {
  return (1 + (FACTOR * elapsedDays) / stability) ** -DECAY;
}
