/**
 * From the log to the rows. The whole log is folded in one pass, a single subject from its own events; both give
 * what recording the events one by one gives. Kinds that this version does not know are passed over.
 */
import type { Memory } from '#scheduling/memory.ts';
import { studyDayOf } from '#scheduling/study-day.ts';
import type { LogEvent, ProgressEvent } from './event.ts';
import { compareEvents } from './order.ts';
import { advance } from './projections.ts';
import type { Rows, Subject, SubjectKind } from './rows.ts';
import { isKnown, partsOf, subjectsOf } from './subjects.ts';

/** A row, and the tick of the last event in it: one with a larger tick can be added by `advance`. */
export interface Projected<Kind extends SubjectKind = SubjectKind> {
  readonly row: Rows[Kind];
  readonly lastTick: number;
}

/** The row of one subject, given every event that touches it in any order; `undefined` where undo left none. */
export function replaySubject<Kind extends SubjectKind>(
  kind: Kind,
  key: string,
  events: readonly LogEvent[],
  memory: Memory,
): Projected<Kind> | undefined {
  let row: Rows[Kind] | undefined;
  let lastTick = 0;
  for (const event of effective(events)) {
    row = advance(kind, key, row, event, memory);
    lastTick = event.tick;
  }
  return row === undefined ? undefined : { row, lastTick };
}

/** Every row of a log given in any order. */
export function replay(events: readonly LogEvent[], memory: Memory): ReadonlyMap<Subject, Projected> {
  const replaying = replayInSlices(events, memory, Number.POSITIVE_INFINITY);
  for (;;) {
    const step = replaying.next();
    if (step.done) return step.value;
  }
}

/** Like `replay`, stopping after every `eventsPerSlice` to say how many events are done, so that a screen can breathe. */
export function* replayInSlices(
  events: readonly LogEvent[],
  memory: Memory,
  eventsPerSlice: number,
): Generator<number, ReadonlyMap<Subject, Projected>> {
  const rows = new Map<Subject, Growing>();
  let done = 0;
  for (const event of effective(events)) {
    for (const subject of subjectsOf(event)) {
      const growing = rows.get(subject) ?? { ...partsOf(subject), row: undefined, lastTick: 0 };
      if (growing.row === undefined) rows.set(subject, growing);
      growing.row = advance(growing.kind, growing.key, growing.row, event, memory);
      growing.lastTick = event.tick;
    }
    if (++done % eventsPerSlice === 0) yield done;
  }
  return rows as Map<Subject, Projected>;
}

/** A row while the log is folded into it; it has one as soon as it is in the map. */
interface Growing {
  readonly kind: SubjectKind;
  readonly key: string;
  row: Rows[SubjectKind] | undefined;
  lastTick: number;
}

/**
 * The known events in total order, without the undos and the grades that they take back, wherever they sort. An undo
 * must name its target's card and day too, so that the card and the day always agree on whether it holds.
 */
function effective(events: readonly LogEvent[]): readonly ProgressEvent[] {
  const known = events.filter(isKnown);
  const undone = new Set<string>();
  for (const event of known) if (event.kind === 'gradeUndone') undone.add(`${event.target} ${event.day} ${event.card}`);
  const isKept = (event: ProgressEvent): boolean => {
    if (event.kind === 'gradeUndone') return false;
    if (event.kind !== 'cardGraded' || undone.size === 0) return true;
    return !undone.has(`${event.id} ${studyDayOf(event.at, event.offset)} ${event.card}`);
  };
  return known.filter(isKept).sort(compareEvents);
}
