import * as z from 'zod';
import { run } from './figure.ts';
import { markup, moduleId, paragraphRef, revised, schemaKey, slug } from './ids.ts';
import { releasedKind } from './ledger.ts';

const named = z.strictObject({ id: slug, name: z.string(), text: markup });
const reading = z.strictObject({ source: slug, text: markup });

/** The track's front page: everything on it that belongs to no module. */
export const track = z.strictObject({
  ...schemaKey,
  id: slug,
  title: z.string(),
  subtitle: z.string(),
  /** The thought that opens it. */
  opening: z.array(markup).min(1),
  /** The four difficulties, by name. */
  difficulties: z.array(named).length(4),
  /** The text that makes the four exact. */
  exactly: z.array(markup).min(1),
  path: z.strictObject({ start: z.string(), modules: z.array(moduleId).min(1), end: z.string() }),
  leadsTo: z.array(z.strictObject({ ...named.shape, isOnPath: z.boolean() })).min(1),
  books: z.array(reading).min(1),
  papers: z.array(reading).min(1),
  recap: z.array(named).min(1),
  quote: z.strictObject({ text: z.string(), by: z.string(), source: slug }),
  /** The question a first visit opens with. */
  hook: z.strictObject({
    prompt: markup,
    options: z
      .array(z.strictObject({ id: slug, text: markup, why: markup, isRight: z.boolean().optional() }))
      .length(3),
    run,
    outcome: markup,
    startsAt: slug,
  }),
});

export const moduleFile = z.strictObject({
  ...schemaKey,
  id: moduleId,
  title: z.string(),
  hue: z.enum(['amber', 'indigo', 'teal']),
  /** `complete` modules can be read and hold to every rule; an `outline` shows objectives, topics and concepts. */
  status: z.enum(['complete', 'outline']),
  /** The range that the computed minutes must fall in (complete) or that is planned (outline). */
  minutes: z.strictObject({ least: z.int(), most: z.int() }),
  summary: markup,
  /** The topics of the module's box on the path. */
  topics: z.array(z.string()).min(1),
  /** What its sections must cover between them. */
  covers: z.array(z.strictObject({ id: slug, name: z.string() })).min(1),
  /** Each begins with a verb one can observe. */
  objectives: z
    .array(z.strictObject({ id: slug, text: markup }))
    .min(4)
    .max(5),
  /** Section ids, in reading order. */
  sections: z.array(slug),
  openingCase: z.strictObject({ title: z.string(), text: z.array(markup).min(1) }).optional(),
  mistakes: z.array(z.strictObject({ id: slug, said: markup, instead: markup })).optional(),
  didYouKnow: z.array(z.strictObject({ id: slug, text: markup })).optional(),
  takeaways: z.array(z.strictObject({ id: slug, text: markup })).optional(),
  furtherReading: z.array(reading).optional(),
  /** Its part of the six questions. */
  questions: z.array(slug),
});

export const concept = z.strictObject({
  id: slug,
  ...revised,
  name: z.string(),
  /** One of the ten of the concept table. */
  isKey: z.boolean(),
  module: moduleId,
  /** The line of the concept table, or the glossary's definition. */
  meaning: markup,
  /** Makes the meaning exact. A card may name one of these paragraphs. */
  explanation: z.array(z.strictObject({ id: slug, text: markup })),
  lookAlikes: z.array(z.strictObject({ concept: slug, difference: markup })),
  /** The key concept it hangs below. Absent for the ten themselves. */
  below: slug.optional(),
  /** Other words for it that search should find. */
  aliases: z.array(z.string()),
  sources: z.array(slug),
});
export const conceptsFile = z.strictObject({ ...schemaKey, concepts: z.array(concept) });

export const question = z.strictObject({
  id: slug,
  ...revised,
  /** "What if this call fails?" */
  text: z.string(),
  /** "Design for partial failure" */
  why: markup,
  examples: z.array(markup).min(2),
  traps: z.array(markup).min(1),
  links: z.array(z.strictObject({ to: paragraphRef.or(slug), text: z.string() })).min(1),
  concepts: z.array(slug).min(1),
});
export const questionsFile = z.strictObject({ ...schemaKey, questions: z.array(question).length(6) });

export const source = z.strictObject({
  id: slug,
  title: z.string(),
  author: z.string(),
  year: z.int(),
  kind: z.enum(['paper', 'postmortem', 'documentation', 'book', 'talk', 'article', 'bug-report']),
  url: z.url().optional(),
  /** The day its facts were last checked against it, or against what is recorded of it. */
  checked: z.iso.date(),
  /** `primary`: by those who did it. `secondary`: reported by others, or not reachable when checked. */
  provenance: z.enum(['primary', 'secondary']),
  /** How it was checked, where that is not simply by reading it. */
  note: z.string().optional(),
});
export const sourcesFile = z.strictObject({ ...schemaKey, sources: z.array(source) });

/** Ids that were released once and are gone: never reused. */
export const tombstonesFile = z.strictObject({
  ...schemaKey,
  tombstones: z.array(z.strictObject({ id: slug, kind: releasedKind, reason: z.string() })),
});

export type Track = z.infer<typeof track>;
export type Module = z.infer<typeof moduleFile>;
export type Concept = z.infer<typeof concept>;
export type Question = z.infer<typeof question>;
export type Source = z.infer<typeof source>;
export type Tombstone = z.infer<typeof tombstonesFile>['tombstones'][number];
