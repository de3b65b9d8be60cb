import * as z from 'zod';
import { markup, slug } from './ids.ts';
import { simulation } from './simulation.ts';

const time = z.int().min(0).max(400);
const says = {
  /** The same step as a sentence, for the list beside the picture and for a screen reader. */
  text: markup,
};

/** What happened in a run, on nodes as columns with time running down. Times are whole units of the figure's own scale. */
export const runEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    at: time,
    arrives: time,
    from: slug,
    to: slug,
    label: z.string(),
    isLost: z.boolean().optional(),
    /** Neither arrived nor lost when the run ends. */
    isUnderWay: z.boolean().optional(),
    ...says,
  }),
  z.strictObject({
    kind: z.literal('local'),
    at: time,
    node: slug,
    label: z.string(),
    tone: z.enum(['plain', 'good', 'bad']).optional(),
    ...says,
  }),
  z.strictObject({ kind: z.literal('crash'), at: time, node: slug, ...says }),
  z.strictObject({ kind: z.literal('restart'), at: time, node: slug, ...says }),
  z.strictObject({ kind: z.literal('pause'), at: time, node: slug, ...says }),
  z.strictObject({ kind: z.literal('resume'), at: time, node: slug, ...says }),
  z.strictObject({ kind: z.literal('span'), at: time, until: time, node: slug, label: z.string(), ...says }),
  z.strictObject({ kind: z.literal('cut'), at: time, until: time, between: z.tuple([slug, slug]), ...says }),
  z.strictObject({ kind: z.literal('clock'), at: time, node: slug, shows: z.string(), ...says }),
]);

/**
 * A run as the space-time diagram draws it: columns, and events in order of time. Where it is a run of the simulator, an
 * author writes the `simulation` alone, and what is drawn comes from it.
 */
export const run = z.strictObject({
  nodes: z
    .array(z.strictObject({ id: slug, name: z.string().max(14) }))
    .min(2)
    .max(5),
  events: z.array(runEvent).min(2),
  simulation: simulation.optional(),
});

export const prediction = z.strictObject({
  prompt: markup,
  options: z
    .array(z.strictObject({ id: slug, text: markup, why: markup }))
    .min(2)
    .max(4),
  /** The option that the run bears out. */
  answer: slug,
});

/** A run the reader sees only after committing to a prediction. `after` is how many events are shown before the prediction. */
export const figure = z.strictObject({
  kind: z.literal('figure'),
  id: slug,
  title: z.string(),
  ...run.shape,
  shownBefore: z.int().min(0),
  prediction,
  /** The same story with one thing changed, seen after the first run. The prediction is about both. */
  again: z.strictObject({ title: z.string(), ...run.shape }).optional(),
  /** What the run showed, in two or three sentences. */
  outcome: markup,
  sources: z.array(slug).optional(),
});

export type RunEvent = z.infer<typeof runEvent>;
export type Run = z.infer<typeof run>;
export type Figure = z.infer<typeof figure>;

/** One run, or two of the same story. */
export const runsOf = (figure: Figure): readonly Run[] => (figure.again ? [figure, figure.again] : [figure]);
