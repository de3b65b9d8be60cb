import * as z from 'zod';
import { markup, slug } from './ids.ts';

const time = z.int().min(0).max(40);

/** One call, or one transaction's part, from the call to its answer. Each register holds 0 at first. */
const operation = z.strictObject({
  client: z.string().max(14),
  /** Operations of one transaction share its name; an operation without one stands alone. */
  transaction: z.string().max(4).optional(),
  /** "write x = 1" or "read x: 1"; more than one, joined by ", ", happen in this order. */
  op: z.string(),
  from: time,
  until: time,
});

/** What clients asked and were told. The model it belongs to allows it, and each next stronger one forbids it. */
const history = z.strictObject({
  operations: z.array(operation).min(2).max(8),
  /** Every model of the map that forbids it. */
  forbiddenBy: z.array(slug),
  why: markup,
});

const model = z.strictObject({
  id: slug,
  name: z.string(),
  meaning: markup,
  /** The models directly below: whatever keeps this one keeps them. */
  implies: z.array(slug),
  history,
  sources: z.array(slug).min(1),
});

/** Consistency models with the partial order among them, to be walked. The reader judges a history before it is told. */
export const modelsBlock = z.strictObject({
  kind: z.literal('models'),
  id: slug,
  title: z.string(),
  models: z.array(model).min(2).max(12),
});

export type Model = z.infer<typeof model>;
export type ModelsBlock = z.infer<typeof modelsBlock>;
export type HistoryOperation = z.infer<typeof operation>;
