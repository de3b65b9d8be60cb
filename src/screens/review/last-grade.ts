import type { EventBody, LogEvent, ProgressEvent } from '#progress/event.ts';
import { studyDayOf } from '#scheduling/study-day.ts';

type Graded = Extract<ProgressEvent, { kind: 'cardGraded' }>;
type Undone = Extract<ProgressEvent, { kind: 'gradeUndone' }>;

const isGrade = (event: LogEvent): event is Graded => event.kind === 'cardGraded';
const isUndo = (event: LogEvent): event is Undone => event.kind === 'gradeUndone';

/** The last grade of a log in total order that no undo has taken back. */
export function lastGradeIn(events: readonly LogEvent[]): Graded | undefined {
  const undone = new Set(events.filter(isUndo).map(({ target }) => target));
  return events.filter(isGrade).findLast(({ id }) => !undone.has(id));
}

/** What takes grades back. The day is that of the grade itself, though it be taken back on a later one. */
export const undoing = (events: readonly LogEvent[]): EventBody[] =>
  events
    .filter(isGrade)
    .map(({ id, card, at, offset }) => ({ kind: 'gradeUndone', target: id, card, day: studyDayOf(at, offset) }));
