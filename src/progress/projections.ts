import type { Memory } from '#scheduling/memory.ts';
import { cardProjection } from './card-projection.ts';
import { calibrationProjection, checkProjection } from './check-projection.ts';
import { dayProjection } from './day-projection.ts';
import { designReviewProjection } from './design-review-projection.ts';
import type { ProgressEvent } from './event.ts';
import type { Projection } from './projection.ts';
import { puzzleProjection } from './puzzle-projection.ts';
import { conceptProjection, promptProjection, sectionProjection } from './reading-projections.ts';
import type { Rows, SubjectKind } from './rows.ts';
import { settingsProjection } from './settings-projection.ts';

const projections: { readonly [Kind in SubjectKind]: Projection<Kind> } = {
  card: cardProjection,
  section: sectionProjection,
  prompt: promptProjection,
  concept: conceptProjection,
  check: checkProjection,
  day: dayProjection,
  puzzle: puzzleProjection,
  calibration: calibrationProjection,
  designReview: designReviewProjection,
  settings: settingsProjection,
};

/**
 * The row after one more event, which must sort after all those the row was made of; `undefined` where there were
 * none. `gradeUndone` cannot be applied so: what it takes back is already in the row, which must be replayed.
 */
export function advance<Kind extends SubjectKind>(
  kind: Kind,
  key: string,
  row: Rows[Kind] | undefined,
  event: ProgressEvent,
  memory: Memory,
): Rows[Kind] {
  const projection = projections[kind];
  const before = row ?? projection.initial(key);
  // The reducer under an event's kind takes that kind; a lookup by a union cannot say so in types.
  const reduce = projection.on[event.kind] as
    | ((row: Rows[Kind], event: ProgressEvent, memory: Memory) => Rows[Kind])
    | undefined;
  return reduce === undefined ? before : reduce(before, event, memory);
}
