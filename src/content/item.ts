import * as z from 'zod';
import { run } from './figure.ts';
import { markup, moduleId, paragraphRef, revised, schemaKey, slug } from './ids.ts';

const option = z.strictObject({
  id: slug,
  text: markup,
  isRight: z.boolean().optional(),
  /** Why it is right or wrong, naming the misconception behind a wrong one. */
  why: markup,
});

const base = {
  id: slug,
  ...revised,
  objective: slug,
  concept: slug,
  /** The card that carries this item's fact: missed here, it is tomorrow's. */
  card: slug,
  /** The block that teaches it. */
  teaches: paragraphRef,
  style: z.enum(['recall', 'scenario', 'prediction']),
  prompt: markup,
};

export const single = z.strictObject({ kind: z.literal('single'), ...base, options: z.array(option).min(3).max(4) });

/** More than one is right; the screen says how many. */
export const multiple = z.strictObject({
  kind: z.literal('multiple'),
  ...base,
  options: z.array(option).min(4).max(6),
});

/** The steps in their right order; the screen shuffles them. */
export const ordering = z.strictObject({
  kind: z.literal('ordering'),
  ...base,
  steps: z
    .array(z.strictObject({ id: slug, text: markup, why: markup }))
    .min(3)
    .max(6),
});

export const matching = z.strictObject({
  kind: z.literal('matching'),
  ...base,
  pairs: z
    .array(z.strictObject({ id: slug, left: markup, right: markup, why: markup }))
    .min(3)
    .max(5),
});

export const numeric = z.strictObject({
  kind: z.literal('numeric'),
  ...base,
  answer: z.number(),
  /** Absolute: an answer within it is right. */
  tolerance: z.number().min(0),
  unit: z.string(),
  why: markup,
  /** Likely wrong answers, each with what was mistaken. */
  traps: z.array(z.strictObject({ value: z.number(), why: markup })).min(1),
});

/** `prompt` holds each blank as {{blank-id}}; every blank is chosen from a short list. */
export const cloze = z.strictObject({
  kind: z.literal('cloze'),
  ...base,
  blanks: z
    .array(z.strictObject({ id: slug, options: z.array(option).min(2).max(4) }))
    .min(1)
    .max(3),
});

/** A run with places to point at; the same places stand as a list of text. */
export const hotSpot = z.strictObject({
  kind: z.literal('hot-spot'),
  ...base,
  run,
  spots: z
    .array(z.strictObject({ ...option.shape, node: slug, at: z.int().min(0) }))
    .min(3)
    .max(6),
});

/** What happens next? The first `shownBefore` events are on screen; after the answer the rest is drawn. */
export const predict = z.strictObject({
  kind: z.literal('predict'),
  ...base,
  run,
  shownBefore: z.int().min(1),
  options: z.array(option).min(3).max(4),
});

export const item = z.discriminatedUnion('kind', [
  single,
  multiple,
  ordering,
  matching,
  numeric,
  cloze,
  hotSpot,
  predict,
]);

export const checkFile = z.strictObject({ ...schemaKey, module: moduleId, items: z.array(item) });

export type Option = z.infer<typeof option>;
export type Item = z.infer<typeof item>;
export type ItemOf<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>;
