import * as z from 'zod';
import { revision, slug } from './ids.ts';

/** The kinds of thing whose ids learners' progress is kept under: released once, an id keeps its meaning for ever. */
export const releasedKind = z.enum(['card', 'item', 'section', 'concept', 'question', 'puzzle']);

/** What was last released, by id: an edit that forgets to raise its revision shows as another digest. */
export const ledger = z.record(slug, z.strictObject({ kind: releasedKind, rev: revision, digest: z.string() }));

export type ReleasedKind = z.infer<typeof releasedKind>;
export type Ledger = z.infer<typeof ledger>;
