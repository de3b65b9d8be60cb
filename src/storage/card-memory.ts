import type { Memory } from '#scheduling/memory.ts';

const absent = (): never => {
  throw new Error('A card was touched, but its memory model was not loaded');
};
const noMemory: Memory = { next: absent, recall: absent, intervalDays: absent };

/** The model of forgetting, loaded only where a card is touched: to note the screen of a section, none is needed. */
export async function memoryFor(touchesCards: boolean): Promise<Memory> {
  return touchesCards ? (await import('#scheduling/fsrs.ts')).fsrs : noMemory;
}
