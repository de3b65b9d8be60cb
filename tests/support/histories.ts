/**
 * Histories as people make them: three devices, of which any may have its clock set wrong or be carried to another
 * time zone, that answer, undo and change settings, and hear of each other now and then.
 */
import * as fc from 'fast-check';
import type { EventBody, LogEvent, ProgressEvent } from '#progress/event.ts';
import { compareEvents, eventId, latestTickThatCounts, tickFor } from '#progress/order.ts';
import { replaySubject } from '#progress/replay.ts';
import type { CardRow } from '#progress/rows.ts';
import { subjectsOf } from '#progress/subjects.ts';
import { type CardMemory, digestOf, dueDay } from '#scheduling/card-schedule.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { type Grade, grades } from '#scheduling/memory.ts';
import { studyDayOf } from '#scheduling/study-day.ts';

// The same histories in every run: a failure is reported with its counterexample, and stays until it is mended.
fc.configureGlobal({ seed: 20260301 });

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 2, 1, 9);

const actions = ['grade', 'grade', 'grade', 'check', 'undo', 'undo', 'manage', 'read', 'other', 'sync'] as const;

const step = fc.record({
  device: fc.nat(2),
  action: fc.constantFrom(...actions),
  /** Chooses among whatever the action offers. */
  pick: fc.nat(1000),
  card: fc.constantFrom('lease', 'fencing', 'quorum'),
  grade: fc.constantFrom(...grades),
  major: fc.constantFrom(1, 1, 1, 2),
  hoursLater: fc.constantFrom(0, 0.01, 5, 22, 60),
  /** How wrong the device's clock is set from now on. */
  clockHours: fc.constantFrom(0, 0, 0, -50, -1, 20, 24, 400),
  offset: fc.constantFrom(-480, 0, 120, 345, 840),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export interface History {
  /** What each device knows. */
  readonly logs: readonly (readonly LogEvent[])[];
  /** The union, in the order in which it was made. */
  readonly all: readonly LogEvent[];
}

export const histories: fc.Arbitrary<History> = fc.array(step, { maxLength: 40 }).map(live);

/** The events in some order of arrival. */
export const arrivals: fc.Arbitrary<readonly LogEvent[]> = histories.chain(({ all }) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }),
);

/** The next event of a device that knows `log`. */
export function eventAfter(
  log: readonly LogEvent[],
  device: string,
  body: EventBody,
  at: number,
  offset = 0,
): ProgressEvent {
  const ticks = log.map(({ tick }) => tick).filter((tick) => tick <= latestTickThatCounts(at));
  const seq = 1 + log.filter((event) => event.device === device).length;
  const id = eventId({ device, seq, nonce: 'n' });
  return {
    id,
    device,
    seq,
    at,
    offset,
    tick: tickFor(at, ticks.length === 0 ? undefined : Math.max(...ticks)),
    ...body,
  };
}

/** A grade as the review screen would write it, the promise balanced over some load. */
export function gradeOf(
  log: readonly LogEvent[],
  card: string,
  grade: Grade,
  at: number,
  { offset = 0, major = 1, busyDay = 0 } = {},
): Extract<EventBody, { kind: 'cardGraded' }> {
  const row = cardRow(log, card);
  return {
    kind: 'cardGraded',
    card,
    major,
    during: 'review',
    elapsedMs: 4000,
    ...outcomeOf(row, card, grade, at, { offset, major, busyDay }),
  };
}

/** A card's row in a log that holds other things too. */
export function cardRow(log: readonly LogEvent[], card: string): CardRow | undefined {
  const own = log.filter((event) => subjectsOf(event).includes(`card:${card}`));
  return replaySubject('card', card, own, fsrs)?.row;
}

function outcomeOf(
  row: CardRow | undefined,
  card: string,
  grade: Grade,
  at: number,
  { offset, major, busyDay }: { offset: number; major: number; busyDay: number },
) {
  const isNew = row === undefined || row.major < major;
  const before: CardMemory = isNew ? { card, memory: null, lastDay: null, reps: 0 } : row;
  const day = studyDayOf(at, offset);
  const load = new Map(Array.from({ length: 40 }, (_, ahead) => [day + ahead, (ahead * busyDay) % 7]));
  return { grade, dueDay: dueDay(fsrs, before, day, grade, 0.9, load), memoryBefore: digestOf(before), retention: 0.9 };
}

function live(steps: readonly Step[]): History {
  const logs: LogEvent[][] = [[], [], []];
  const all: LogEvent[] = [];
  let hours = 0;
  for (const taken of steps) {
    hours += taken.hoursLater;
    const log = logs[taken.device] as LogEvent[];
    if (taken.action === 'sync') {
      const other = logs[(taken.device + 1 + (taken.pick % 2)) % 3] as LogEvent[];
      const union = [...new Map([...log, ...other].map((event) => [event.id, event])).values()];
      log.splice(0, log.length, ...union);
      other.splice(0, other.length, ...union);
      continue;
    }
    const at = START_MS + Math.round((hours + taken.clockHours) * HOUR_MS);
    const event = eventAfter(log, `device${taken.device}`, bodyOf(taken, log, at), at, taken.offset);
    log.push(event);
    all.push(event);
  }
  return { logs: logs.map((log) => [...log].sort(compareEvents)), all };
}

function bodyOf({ action, pick, card, grade, major, offset }: Step, log: readonly LogEvent[], at: number): EventBody {
  const pickFrom = <Value>(values: readonly Value[]): Value => values[pick % values.length] as Value;
  const isRight = pick % 3 === 0;
  switch (action) {
    case 'check': {
      const row = cardRow(log, card);
      const outcome = outcomeOf(row, card, isRight ? 'good' : 'again', at, { offset, major, busyDay: pick });
      const confidence = pickFrom(['guess', 'think', 'sure'] as const);
      const answer = {
        item: `item-${pick % 3}`,
        objective: 'name-it',
        response: { kind: 'single', chosen: 'a' },
        score: isRight ? 1 : 0,
      } as const;
      return {
        kind: 'checkAnswered',
        attempt: 'first',
        module: '5.1',
        ...answer,
        isRight,
        confidence,
        card,
        major,
        outcome: pick % 5 === 0 ? null : outcome,
      };
    }
    case 'undo': {
      const targets = log.filter(
        (event): event is ProgressEvent => event.kind === 'cardGraded' || event.kind === 'checkAnswered',
      );
      const target = targets.length === 0 || pick % 9 === 0 ? undefined : pickFrom(targets);
      if (target === undefined || !('card' in target))
        return { kind: 'gradeUndone', target: 'device9-7-n', card, day: studyDayOf(at, offset) };
      return { kind: 'gradeUndone', target: target.id, card: target.card, day: studyDayOf(target.at, target.offset) };
    }
    case 'manage':
      return pickFrom<EventBody>([
        { kind: 'cardSuspended', card },
        { kind: 'cardResumed', card },
        { kind: 'cardBuried', card, until: studyDayOf(at, offset) + 1 },
        { kind: 'cardReset', card },
        { kind: 'cardReworded', card, prompt: `What is ${pick}?`, answer: 'This.' },
      ]);
    case 'read':
      return pickFrom<EventBody>([
        { kind: 'sectionReached', section: 'leases', module: '5.2', screen: pick % 5 },
        { kind: 'sectionRead', section: 'leases', module: '5.2' },
        { kind: 'promptAnswered', prompt: 'leases#guess', choice: `option-${pick}`, isRight },
      ]);
    case 'other':
      return pickFrom<EventBody>([
        { kind: 'conceptKept', concept: 'lease' },
        { kind: 'conceptDropped', concept: 'lease' },
        { kind: 'checkStarted', attempt: 'first', module: '5.1', items: ['item-0', 'item-1'] },
        { kind: 'checkFinished', attempt: 'first', module: '5.1', right: 1, of: 2, passed: false },
        { kind: 'designReviewSaved', review: 'shop', system: `Shop ${pick}`, answers: { failure: 'Retries.' } },
        { kind: 'designReviewDeleted', review: 'shop' },
        { kind: 'settingChanged', name: 'retention', value: 0.8 + (pick % 20) / 100 },
      ]);
    default:
      return gradeOf(log, card, grade, at, { offset, major, busyDay: pick });
  }
}
