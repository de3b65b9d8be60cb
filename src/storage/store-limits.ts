import type { SubjectKind } from '#progress/rows.ts';

/** A year of days and a month: no forecast looks further. */
export const MOST_COUNTED_DAYS = 400;

/** For what touches everything. */
const kinds: { readonly [Kind in SubjectKind]: true } = {
  card: true,
  section: true,
  prompt: true,
  concept: true,
  check: true,
  puzzle: true,
  day: true,
  calibration: true,
  designReview: true,
  settings: true,
};
export const everyKind: ReadonlySet<SubjectKind> = new Set(Object.keys(kinds) as SubjectKind[]);
