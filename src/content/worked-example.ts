import * as z from 'zod';
import { markup, schemaKey, slug } from './ids.ts';

/** A design review that somebody else has done: the six questions, put to a kind of system that many have. */
export const workedExample = z.strictObject({
  id: slug,
  title: z.string(),
  /** What it does and what it stands on, in two or three sentences. */
  system: markup,
  /** One to each of the six questions, in their order. */
  answers: z.array(z.strictObject({ question: slug, text: markup })).length(6),
});
export const workedExamplesFile = z.strictObject({ ...schemaKey, workedExamples: z.array(workedExample).min(1) });

export type WorkedExample = z.infer<typeof workedExample>;
