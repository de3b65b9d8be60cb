/** The store in memory: for tests, and wherever nothing can be kept. It replays each subject that is touched, and nothing else. */
import { failed, ok } from '#base/result.ts';
import type { EventBody, LogEvent, ProgressEvent } from '#progress/event.ts';
import { unfitReason } from '#progress/limits.ts';
import { mergeLogs } from '#progress/merge.ts';
import { compareEvents, eventId, latestTickThatCounts, tickFor } from '#progress/order.ts';
import { replaySubject } from '#progress/replay.ts';
import type { CardRow, Rows, Subject, SubjectKind } from '#progress/rows.ts';
import { isKnown, partsOf, subjectsOf } from '#progress/subjects.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { createChanges } from './changes.ts';
import type { EventTime, ProgressStore } from './progress-store.ts';
import { everyKind } from './store-limits.ts';

/** `newToken` gives random lower-case letters and digits, new ones at each call. */
export function createMemoryStore(newToken: () => string): ProgressStore {
  const changes = createChanges();
  const rows = new Map<Subject, Rows[SubjectKind]>();
  let log: readonly LogEvent[] = [];
  let device = newToken();

  const take = (union: readonly LogEvent[], added: readonly LogEvent[]): void => {
    log = union;
    const touched = new Set(added.flatMap(subjectsOf));
    for (const subject of touched) {
      const { kind, key } = partsOf(subject);
      const own = log.filter((event) => subjectsOf(event).includes(subject));
      const projected = replaySubject(kind, key, own, fsrs);
      if (projected === undefined) rows.delete(subject);
      else rows.set(subject, projected.row);
    }
    changes.announce(new Set(Array.from(touched, (subject) => partsOf(subject).kind)));
  };
  const rowsOf = <Kind extends SubjectKind>(kind: Kind): Rows[Kind][] =>
    [...rows].filter(([subject]) => partsOf(subject).kind === kind).map(([, row]) => row as Rows[Kind]);

  return {
    record: async (bodies, time) => {
      const reason = bodies.map(unfitReason).find((unfit) => unfit !== null);
      if (reason !== undefined) return failed({ kind: 'unknown', message: reason });
      const events: ProgressEvent[] = [];
      for (const body of bodies) events.push(headed([...log, ...events], device, body, time, newToken));
      take([...log, ...events].sort(compareEvents), events);
      return ok(events);
    },
    merge: async (events) => {
      const union = mergeLogs(log, events);
      if (!union.ok) return union;
      const known = new Set(log.map(({ id }) => id));
      const added = union.value.filter(({ id }) => !known.has(id));
      const distinct = new Set(events.map(({ id }) => id)).size;
      take(union.value, added);
      const unknownKinds = added.filter((event) => !isKnown(event)).length;
      return ok({ added: added.length, known: distinct - added.length, unknownKinds });
    },
    row: async <Kind extends SubjectKind>(kind: Kind, key: string) =>
      ok(rows.get(`${kind}:${key}`) as Rows[Kind] | undefined),
    rows: async (kind) => ok(rowsOf(kind)),
    dueCards: async (day, limit) => ok(dueUntil(rowsOf('card'), day).slice(0, Math.max(0, limit))),
    dueCounts: async (from, to) => {
      const counts = new Map<StudyDay, number>();
      for (const { dueDay } of dueUntil(rowsOf('card'), to)) {
        if (dueDay !== null && dueDay >= from) counts.set(dueDay, (counts.get(dueDay) ?? 0) + 1);
      }
      return ok(counts);
    },
    events: async () => ok(log),
    summary: async () => ok({ events: log.length, device }),
    deleteEverything: async () => {
      log = [];
      rows.clear();
      device = newToken();
      changes.announce(everyKind);
      return ok(undefined);
    },
    subscribe: changes.subscribe,
    close: changes.close,
  };
}

function headed(
  log: readonly LogEvent[],
  device: string,
  body: EventBody,
  { at, offset }: EventTime,
  newToken: () => string,
): ProgressEvent {
  const largest = (values: readonly number[]): number | undefined =>
    values.reduce<number | undefined>((most, value) => (most === undefined || value > most ? value : most), undefined);
  const tick = tickFor(at, largest(log.map((event) => event.tick).filter((tick) => tick <= latestTickThatCounts(at))));
  const seq = 1 + (largest(log.filter((event) => event.device === device).map((event) => event.seq)) ?? 0);
  return { id: eventId({ device, seq, nonce: newToken() }), device, seq, at, offset, tick, ...body };
}

/** Sure and wrong first, then by due day. */
function dueUntil(cards: readonly CardRow[], day: StudyDay): readonly CardRow[] {
  const due = cards.filter(({ dueDay }) => dueDay !== null && dueDay <= day);
  return due.sort(
    (one, other) =>
      Number(other.isSureAndWrong) - Number(one.isSureAndWrong) ||
      (one.dueDay ?? 0) - (other.dueDay ?? 0) ||
      (one.card < other.card ? -1 : 1),
  );
}
