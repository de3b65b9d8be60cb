import * as z from 'zod';
import { figure } from './figure.ts';
import { markup, moduleId, revised, schemaKey, slug } from './ids.ts';
import { modelsBlock } from './models.ts';

export const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), id: slug, text: markup }),
  z.strictObject({
    kind: z.literal('list'),
    id: slug,
    isOrdered: z.boolean().optional(),
    items: z.array(markup).min(2),
  }),
  /** Something that happened, told with its source. */
  z.strictObject({ kind: z.literal('incident'), id: slug, title: z.string(), text: markup }),
  z.strictObject({
    kind: z.literal('table'),
    id: slug,
    head: z.array(markup).min(2),
    rows: z.array(z.array(markup).min(2)).min(2),
  }),
  figure,
  modelsBlock,
]);

/** Asked before the text and answered inside it; never scored. */
export const guess = z.strictObject({
  prompt: markup,
  options: z
    .array(z.strictObject({ id: slug, text: markup, why: markup, isRight: z.boolean().optional() }))
    .min(2)
    .max(4),
  /** The block of this section that answers it. */
  answeredBy: slug,
});

export const section = z.strictObject({
  ...schemaKey,
  id: slug,
  ...revised,
  module: moduleId,
  title: z.string(),
  /** The module's topics that this section covers: ids from module.json. */
  covers: z.array(slug).min(1),
  objectives: z.array(slug).min(1),
  concepts: z.array(slug).min(1),
  guess,
  /** One screen holds 80 to 250 words. */
  screens: z.array(z.strictObject({ id: slug, title: z.string(), blocks: z.array(block).min(1) })).min(2),
  /** The two or three cards asked at its end. */
  recall: z.array(slug).min(2).max(3),
  /** "Ask this about your system". */
  ask: z.strictObject({ question: slug, text: markup }),
});

export type Block = z.infer<typeof block>;
export type Section = z.infer<typeof section>;
