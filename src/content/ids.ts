import * as z from 'zod';

/** A name that stays the same for ever: lower-case words joined by dashes, never positional, never reused. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by dashes');

/** A module's number in the series, as printed: "5.1". */
export const moduleId = z.string().regex(/^\d+\.\d+$/, 'a module id is two numbers, as in 5.1');

/** `<section>#<block>` in the reading, or `concept/<concept>#<paragraph>` on a concept's page. */
export const paragraphRef = z
  .string()
  .regex(
    /^(concept\/)?[a-z0-9-]+#[a-z0-9-]+$/,
    'a paragraph is named section-id#block-id or concept/concept-id#paragraph-id',
  );

/** `major.minor`. A major edit starts the card again and says why; a minor one keeps its schedule. */
export const revision = z.string().regex(/^[1-9]\d*\.\d+$/, 'a revision is major.minor, as in 1.0');

export const revised = {
  /** Absent means 1.0. Raised by every edit after release. */
  rev: revision.optional(),
  /** Why the last major edit was made, in words a learner reads. Needed once major is above 1. */
  revReason: z.string().min(1).optional(),
};

/** Inline text: **bold**, *italic*, `code`, [words](concept:id), [words](https://…), and [@source-id] for a citation. */
export const markup = z.string().min(1);

/** Editors find the schema through this key; the app ignores it. */
export const schemaKey = { $schema: z.string().optional() };
