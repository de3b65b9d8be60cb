import * as z from 'zod';
import { markup, moduleId, paragraphRef, revised, schemaKey, slug } from './ids.ts';

/** One fact to remember. In a cloze card the prompt holds the answer as {{hidden words}}, once. */
export const card = z.strictObject({
  id: slug,
  ...revised,
  concept: slug,
  /** Where it is taught. No card comes before its paragraph. */
  paragraph: paragraphRef,
  /** What names its truth. Empty only where it is common knowledge. */
  sources: z.array(slug),
  angle: z.enum(['definition', 'case', 'contrast', 'why']),
  prompt: markup,
  /** Absent exactly when the prompt is a cloze. */
  answer: markup.optional(),
  /** A sentence shown under the answer. */
  note: markup.optional(),
});

export const cardsFile = z.strictObject({ ...schemaKey, module: moduleId, cards: z.array(card) });

export type Card = z.infer<typeof card>;
