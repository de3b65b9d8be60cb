import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventBody, LogEvent } from '#progress/event.ts';
import { compareEvents } from '#progress/order.ts';
import { replay } from '#progress/replay.ts';
import type { Rows, SubjectKind } from '#progress/rows.ts';
import { fsrs } from '#scheduling/fsrs.ts';
import { studyDayOf } from '#scheduling/study-day.ts';
import { createMemoryStore } from '#storage/memory-store.ts';
import type { ProgressStore } from '#storage/progress-store.ts';
import { everyKind } from '#storage/store-limits.ts';
import { arrivals, gradeOf, histories } from '#tests/support/histories.ts';
import { countingTokens, faultIn, freshBrowser, openStore, valueOf } from '#tests/support/stores.ts';

const NOON_MS = Date.UTC(2026, 2, 1, 12);
const DAY_MS = 86_400_000;
const DAY = studyDayOf(NOON_MS, 0);
const noon = { at: NOON_MS, offset: 0 };

const implementations: readonly (readonly [string, () => ProgressStore])[] = [
  ['in memory', () => createMemoryStore(countingTokens())],
  [
    'in IndexedDB',
    () => {
      freshBrowser();
      return openStore();
    },
  ],
];

/** Every row that the store holds, as JSON would have it. */
async function allRows(store: ProgressStore): Promise<ReadonlySet<string>> {
  const all = await Promise.all(
    [...everyKind].map(async (kind) =>
      (await valueOf(store.rows(kind))).map((row) => `${kind} ${JSON.stringify(row)}`),
    ),
  );
  return new Set(all.flat());
}

function replayed(log: readonly LogEvent[]): ReadonlySet<string> {
  return new Set(
    Array.from(replay(log, fsrs), ([subject, { row }]) => `${subject.split(':')[0]} ${JSON.stringify(row)}`),
  );
}

/** A grade as a screen would make it from the store's own row. */
async function grade(
  store: ProgressStore,
  card: string,
  given: 'again' | 'good',
  at: number,
  changes: Partial<EventBody> = {},
) {
  const body = gradeOf(await valueOf(store.events()), card, given, at);
  return valueOf(store.record([{ ...body, ...changes } as EventBody], { at, offset: 0 }));
}

/** What happened, without its head, as this store is to record it; an undo names its target by the id that this store gave. */
function withTarget(event: LogEvent, given: ReadonlyMap<string, string>): EventBody {
  const head = new Set(['id', 'device', 'seq', 'at', 'offset', 'tick']);
  const body = Object.fromEntries(Object.entries(event).filter(([key]) => !head.has(key))) as EventBody;
  return body.kind === 'gradeUndone' ? { ...body, target: given.get(body.target) ?? body.target } : body;
}

describe.each(implementations)('a store %s', (_name, create) => {
  test('gives each event an id, its seq and a tick after all before', async () => {
    const store = create();
    const { device } = await valueOf(store.summary());
    const [first, second] = await valueOf(
      store.record(
        [
          { kind: 'conceptKept', concept: 'lease' },
          { kind: 'conceptKept', concept: 'quorum' },
        ],
        noon,
      ),
    );
    const [third] = await valueOf(
      store.record([{ kind: 'conceptDropped', concept: 'lease' }], { at: NOON_MS - 1000, offset: 60 }),
    );
    expect(first).toMatchObject({ device, seq: 1, at: NOON_MS, offset: 0, tick: NOON_MS, concept: 'lease' });
    expect(second).toMatchObject({ device, seq: 2, at: NOON_MS, tick: NOON_MS + 1 });
    expect(third).toMatchObject({ device, seq: 3, at: NOON_MS - 1000, offset: 60, tick: NOON_MS + 2 });
    expect(first?.id).toMatch(new RegExp(`^${device}-1-[0-9a-z]+$`));
    expect(await valueOf(store.events())).toEqual([first, second, third]);
    expect(await valueOf(store.summary())).toEqual({ events: 3, device });
  });

  test('is not led astray by an event a year ahead', async () => {
    const store = create();
    await valueOf(store.record([{ kind: 'conceptKept', concept: 'lease' }], { at: NOON_MS + 365 * DAY_MS, offset: 0 }));
    const [event] = await valueOf(store.record([{ kind: 'conceptDropped', concept: 'lease' }], noon));
    expect(event?.tick).toBe(NOON_MS);
    expect((await valueOf(store.row('concept', 'lease')))?.isKept).toBe(true);
  });

  test('keeps the order of what is recorded together, whatever lies ahead', async () => {
    const store = create();
    await valueOf(store.record([{ kind: 'conceptKept', concept: 'lease' }], { at: NOON_MS + DAY_MS, offset: 0 }));
    const reached = (screen: number): EventBody => ({
      kind: 'sectionReached',
      section: 'leases',
      module: '5.2',
      screen,
    });
    await valueOf(store.record([1, 2, 3].map(reached), noon));
    expect((await valueOf(store.row('section', 'leases')))?.screen).toBe(3);
  });

  test('has no row for what was never touched', async () => {
    const store = create();
    expect(await valueOf(store.row('card', 'lease'))).toBeUndefined();
    expect(await valueOf(store.rows('card'))).toEqual([]);
    expect(await valueOf(store.dueCards(DAY, 10))).toEqual([]);
    expect(await valueOf(store.dueCounts(DAY, DAY + 9))).toEqual(new Map());
  });

  test('refuses an event that a backup could not bring back', async () => {
    const store = create();
    const fault = await faultIn(
      store.record([{ kind: 'cardReworded', card: 'lease', prompt: 'x'.repeat(100_000), answer: '' }], noon),
    );
    expect(fault).toEqual({ kind: 'unknown', message: 'cardReworded is longer than 100000 characters' });
    expect(await valueOf(store.summary())).toMatchObject({ events: 0 });
  });

  test('gives due cards by day, those missed while sure first, and no more than asked', async () => {
    const store = create();
    await grade(store, 'late', 'good', NOON_MS, { dueDay: DAY + 5 });
    await grade(store, 'early', 'good', NOON_MS, { dueDay: DAY + 3 });
    await grade(store, 'early-too', 'good', NOON_MS, { dueDay: DAY + 3 });
    await grade(store, 'later', 'good', NOON_MS, { dueDay: DAY + 6 });
    const outcome = { ...gradeOf([], 'sure', 'again', NOON_MS), dueDay: DAY + 4 };
    await valueOf(
      store.record(
        [
          {
            kind: 'checkAnswered',
            attempt: 'one',
            module: '5.1',
            item: 'x',
            objective: 'name-it',
            response: { kind: 'single', chosen: 'a' },
            isRight: false,
            score: 0,
            confidence: 'sure',
            card: 'sure',
            major: 1,
            outcome,
          },
        ],
        noon,
      ),
    );
    await valueOf(store.record([{ kind: 'cardSuspended', card: 'never-graded' }], noon));
    const due = async (day: number, limit: number) =>
      (await valueOf(store.dueCards(day, limit))).map(({ card }) => card);
    expect(await due(DAY + 5, 10)).toEqual(['sure', 'early', 'early-too', 'late']);
    expect(await due(DAY + 3, 10)).toEqual(['early', 'early-too']);
    expect(await due(DAY + 9, 2)).toEqual(['sure', 'early']);
    expect(await due(DAY + 9, 0)).toEqual([]);
    expect(await valueOf(store.dueCounts(DAY + 3, DAY + 5))).toEqual(
      new Map([
        [DAY + 3, 2],
        [DAY + 4, 1],
        [DAY + 5, 1],
      ]),
    );
    expect(await valueOf(store.dueCounts(DAY + 5, DAY + 3))).toEqual(new Map());
  });

  test('takes a grade back as if it had never been given', async () => {
    const store = create();
    await grade(store, 'lease', 'good', NOON_MS);
    const before = await allRows(store);
    const [event] = await grade(store, 'lease', 'again', NOON_MS + DAY_MS);
    expect(await allRows(store)).not.toEqual(before);
    const undo: EventBody = { kind: 'gradeUndone', target: event?.id ?? '', card: 'lease', day: DAY + 1 };
    await valueOf(store.record([undo], { at: NOON_MS + DAY_MS + 1000, offset: 0 }));
    expect(await allRows(store)).toEqual(before);
    expect(await valueOf(store.summary())).toMatchObject({ events: 3 });
  });

  test('holds after any recording the rows that a replay of its log gives', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ all }) => {
        const store = create();
        const given = new Map<string, string>();
        for (const event of all) {
          const [recorded] = await valueOf(
            store.record([withTarget(event, given)], { at: event.at, offset: event.offset }),
          );
          given.set(event.id, recorded?.id ?? '');
        }
        const log = await valueOf(store.events());
        expect(log).toHaveLength(all.length);
        expect(await allRows(store)).toEqual(replayed(log));
        store.close();
      }),
      { numRuns: 30 },
    );
  });

  test('holds after any merging, piece by piece in any order, the rows that a replay of the union gives', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 9 }), async (events, piece) => {
        const store = create();
        for (let from = 0; from < events.length; from += piece)
          await valueOf(store.merge(events.slice(from, from + piece)));
        expect(await valueOf(store.events())).toEqual([...events].sort(compareEvents));
        expect(await allRows(store)).toEqual(replayed(events));
        store.close();
      }),
      { numRuns: 30 },
    );
  });

  test('merges a large log at once', async () => {
    const store = create();
    const source = createMemoryStore(() => 'elsewhere');
    const bodies = Array.from({ length: 300 }, (_, index): EventBody => ({
      kind: 'conceptKept',
      concept: `concept-${index}`,
    }));
    await valueOf(store.record([{ kind: 'conceptKept', concept: 'own' }], noon));
    const events = await valueOf(source.record(bodies, noon));
    expect(await valueOf(store.merge(events))).toEqual({ added: 300, known: 0, unknownKinds: 0 });
    expect(await valueOf(store.rows('concept'))).toHaveLength(301);
    expect(await valueOf(store.merge(events.slice(0, 250)))).toEqual({ added: 0, known: 250, unknownKinds: 0 });
  });

  test('tells what a merge added, and keeps kinds that it does not know', async () => {
    const store = create();
    const known: LogEvent = {
      id: 'other-1-n',
      device: 'other',
      seq: 1,
      at: 5,
      offset: 0,
      tick: 5,
      kind: 'conceptKept',
      concept: 'lease',
    };
    const unknown: LogEvent = { ...known, id: 'other-2-n', seq: 2, kind: 'cardSung' };
    expect(await valueOf(store.merge([known, unknown, known]))).toEqual({ added: 2, known: 0, unknownKinds: 1 });
    expect(await valueOf(store.merge([unknown]))).toEqual({ added: 0, known: 1, unknownKinds: 0 });
    expect(await valueOf(store.events())).toEqual([known, unknown]);
  });

  test('changes nothing when a merge contradicts the log or itself', async () => {
    const store = create();
    const event: LogEvent = {
      id: 'other-1-n',
      device: 'other',
      seq: 1,
      at: 5,
      offset: 0,
      tick: 5,
      kind: 'conceptKept',
      concept: 'lease',
    };
    const fresh: LogEvent = { ...event, id: 'other-2-n', seq: 2 };
    await valueOf(store.merge([event]));
    const changed = { ...event, concept: 'quorum' };
    expect(await faultIn(store.merge([fresh, changed]))).toEqual({ kind: 'conflict', ids: ['other-1-n'] });
    expect(await faultIn(store.merge([fresh, { ...fresh, at: 4 }]))).toEqual({ kind: 'conflict', ids: ['other-2-n'] });
    expect(await valueOf(store.events())).toEqual([event]);
  });

  test('never gives a seq twice, also when its own events come back', async () => {
    const store = create();
    const { device } = await valueOf(store.summary());
    const own: LogEvent = {
      id: `${device}-7-old`,
      device,
      seq: 7,
      at: 5,
      offset: 0,
      tick: 5,
      kind: 'conceptKept',
      concept: 'lease',
    };
    await valueOf(store.merge([own]));
    const [event] = await valueOf(store.record([{ kind: 'conceptKept', concept: 'quorum' }], noon));
    expect(event?.seq).toBe(8);
  });

  test('deletes everything and is another device from then on', async () => {
    const store = create();
    const { device } = await valueOf(store.summary());
    await grade(store, 'lease', 'good', NOON_MS);
    await valueOf(store.deleteEverything());
    const after = await valueOf(store.summary());
    expect(after.events).toBe(0);
    expect(after.device).not.toBe(device);
    expect(await allRows(store)).toEqual(new Set());
    expect(await grade(store, 'lease', 'good', NOON_MS)).toMatchObject([{ seq: 1, device: after.device }]);
  });

  test('tells its listeners which kinds were touched, until they stop listening', async () => {
    const store = create();
    const heard: (readonly SubjectKind[])[] = [];
    const stop = store.subscribe((kinds) => heard.push([...kinds].sort()));
    await grade(store, 'lease', 'good', NOON_MS);
    const other: LogEvent = {
      id: 'other-1-n',
      device: 'other',
      seq: 1,
      at: 5,
      offset: 0,
      tick: 5,
      kind: 'settingChanged',
      name: 'theme',
      value: 'dark',
    };
    await valueOf(store.merge([other]));
    await valueOf(store.merge([other]));
    stop();
    await valueOf(store.deleteEverything());
    expect(heard).toEqual([['card', 'day'], ['settings']]);
  });

  test('two recordings at once both count', async () => {
    const store = create();
    const keep = (concept: string) => valueOf(store.record([{ kind: 'conceptKept', concept }], noon));
    const events = (await Promise.all(['lease', 'quorum', 'fencing'].map(keep))).flat();
    expect(new Set(events.map(({ seq }) => seq))).toEqual(new Set([1, 2, 3]));
    expect(new Set(events.map(({ tick }) => tick)).size).toBe(3);
    const rows: readonly Rows['concept'][] = await valueOf(store.rows('concept'));
    expect(rows).toHaveLength(3);
  });
});
