import type { ProgressEvent, UnknownEvent } from '#progress/event.ts';
import { studyDayOf } from '#scheduling/study-day.ts';
import type { Written } from './review-model.ts';

const isGrade = (event: ProgressEvent | UnknownEvent): event is Extract<ProgressEvent, { kind: 'cardGraded' }> =>
  event.kind === 'cardGraded';
const isUndo = (event: ProgressEvent | UnknownEvent): event is Extract<ProgressEvent, { kind: 'gradeUndone' }> =>
  event.kind === 'gradeUndone';

/** The last grade of a log in total order that no undo has taken back. */
export function lastGradeIn(events: readonly (ProgressEvent | UnknownEvent)[]): Written | undefined {
  const undone = new Set(events.filter(isUndo).map(({ target }) => target));
  const last = events.filter(isGrade).findLast(({ id }) => !undone.has(id));
  return last && { card: last.card, event: last.id, day: studyDayOf(last.at, last.offset) };
}
