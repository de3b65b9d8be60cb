import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent, ProgressEvent } from '#progress/event.ts';
import { advance } from '#progress/projections.ts';
import { type Projected, replay, replayInSlices, replaySubject } from '#progress/replay.ts';
import type { Subject } from '#progress/rows.ts';
import { isKnown, partsOf, subjectsOf } from '#progress/subjects.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { grades } from '#scheduling/memory.ts';
import { compareEvents } from '#progress/order.ts';
import { arrivals, eventAfter, gradeOf, histories } from '#tests/support/histories.ts';

const rowsOf = (events: readonly LogEvent[]) =>
  new Map([...replay(events, fsrs)].map(([subject, { row }]) => [subject, row]));

test('the rows do not depend on the order in which the events arrived', () => {
  fc.assert(
    fc.property(arrivals, (events) => void expect(rowsOf(events)).toEqual(rowsOf([...events].sort(compareEvents)))),
  );
});

test('merging and then replaying equals replaying the union', () => {
  fc.assert(
    fc.property(histories, ({ logs, all }) => {
      const merged = [...new Map(logs.flat().map((event) => [event.id, event])).values()];
      expect(rowsOf(merged)).toEqual(rowsOf(all));
    }),
  );
});

test('a subject replayed from its own events equals its row in a replay of everything', () => {
  fc.assert(
    fc.property(arrivals, (events) => {
      const whole = replay(events, fsrs);
      for (const subject of new Set(events.flatMap(subjectsOf))) {
        const { kind, key } = partsOf(subject);
        const own = events.filter((event) => subjectsOf(event).includes(subject));
        const entry = whole.get(subject);
        expect(replaySubject(kind, key, own, fsrs)).toEqual(entry && { row: entry.row, lastTick: entry.lastTick });
      }
    }),
  );
});

test('events recorded one by one, in whatever order they come, leave the rows that a replay leaves', () => {
  fc.assert(
    fc.property(arrivals, (events) => {
      const rows = new Map<Subject, Projected>();
      events.forEach((event, index) => arrive(rows, events.slice(0, index + 1), event));
      expect(new Map([...rows].map(([subject, { row }]) => [subject, row]))).toEqual(rowsOf(events));
    }),
  );
});

/** As storage does it: an event that sorts last is folded in, unless an undo is about; any other replays what it touches. */
function arrive(rows: Map<Subject, Projected>, log: readonly LogEvent[], event: LogEvent): void {
  for (const subject of subjectsOf(event)) {
    const { kind, key } = partsOf(subject);
    const entry = rows.get(subject);
    const own = log.filter((one) => subjectsOf(one).includes(subject));
    const hasUndo = own.some((one) => one.kind === 'gradeUndone');
    const isLast = !hasUndo && isKnown(event) && event.tick > (entry?.lastTick ?? -1);
    const next = isLast
      ? { row: advance(kind, key, entry?.row, event, fsrs), lastTick: event.tick }
      : replaySubject(kind, key, own, fsrs);
    if (next === undefined) rows.delete(subject);
    else rows.set(subject, next);
  }
}

test('undoing a grade restores every row exactly, the due day too', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(...grades), ({ logs: [log = []] }, grade) => {
      const at = 1 + Math.max(Date.UTC(2026, 6, 1), ...log.map((event) => event.tick));
      const graded = eventAfter(log, 'device0', gradeOf(log, 'lease', grade, at, { major: 2 }), at);
      const undo = {
        kind: 'gradeUndone',
        target: graded.id,
        card: 'lease',
        day: Math.floor((at - 4 * 3_600_000) / 86_400_000),
      } as const;
      const after = [...log, graded];
      expect(rowsOf(after)).not.toEqual(rowsOf(log));
      expect(rowsOf([...after, eventAfter(after, 'device0', undo, at + 5000)])).toEqual(rowsOf(log));
    }),
  );
});

test('an undo holds wherever it sorts: arriving before its target, or by a clock set back', () => {
  const graded = eventAfter([], 'a', gradeOf([], 'lease', 'good', 1e12), 1e12);
  const day = Math.floor((1e12 - 4 * 3_600_000) / 86_400_000);
  const undo = eventAfter([], 'b', { kind: 'gradeUndone', target: graded.id, card: 'lease', day }, 5e11);
  expect(rowsOf([undo, graded])).toEqual(new Map());
});

test('an undo that names another card or day takes nothing back, neither from the card nor from the day', () => {
  const graded = eventAfter([], 'a', gradeOf([], 'lease', 'good', 1e12), 1e12);
  const day = Math.floor((1e12 - 4 * 3_600_000) / 86_400_000);
  for (const wrong of [
    { card: 'quorum', day },
    { card: 'lease', day: day + 1 },
  ]) {
    const undo = eventAfter([graded], 'a', { kind: 'gradeUndone', target: graded.id, ...wrong }, 1e12 + 1);
    expect(rowsOf([graded, undo])).toEqual(rowsOf([graded]));
  }
});

test('kinds that a newer version writes are passed over', () => {
  const unknown = { id: 'a-1-n', device: 'a', seq: 1, at: 1, offset: 0, tick: 1, kind: 'cardSung', card: 'lease' };
  const named = { ...unknown, id: 'a-2-n', kind: 'toString' };
  expect(rowsOf([unknown, named])).toEqual(new Map());
});

test('a replay in slices tells how far it is, and ends with the same rows', () => {
  const log: ProgressEvent[] = [];
  for (let at = 1; at <= 10; at++)
    log.push(eventAfter(log, 'a', { kind: 'sectionReached', section: 'leases', module: '5.2', screen: at }, at));
  const slices = replayInSlices(log, fsrs, 4);
  expect(slices.next()).toEqual({ done: false, value: 4 });
  expect(slices.next()).toEqual({ done: false, value: 8 });
  expect(slices.next().value).toEqual(replay(log, fsrs));
});
