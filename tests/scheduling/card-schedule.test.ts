import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CardMemory, digestOf, dueDay, nextMemory, promises } from '#scheduling/card-schedule.ts';
import { fsrs, fsrsWith } from '#scheduling/fsrs.ts';
import { fuzzRange, LONGEST_INTERVAL_DAYS } from '#scheduling/fuzz.ts';
import { grades } from '#scheduling/memory.ts';

const TODAY = 20_500;
const LONGEST_DAY = TODAY + LONGEST_INTERVAL_DAYS;

const newCard: CardMemory = { card: 'lease', memory: null, lastDay: null, reps: 0 };

const introduced = fc.record({
  card: fc.string({ minLength: 1, maxLength: 12 }),
  memory: fc.record({
    stability: fc.oneof(
      fc.double({ min: 0.001, max: 60, noNaN: true }),
      fc.double({ min: 60, max: 36_500, noNaN: true }),
    ),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  }),
  /** Up to 30 days after today: a clock that has gone back. */
  lastDay: fc.integer({ min: TODAY - 4000, max: TODAY + 30 }),
  reps: fc.nat(200),
});
const anyCard = fc.oneof(
  introduced,
  fc.record({ card: fc.string(), memory: fc.constant(null), lastDay: fc.constant(null), reps: fc.constant(0) }),
);
const retention = fc.double({ min: 0.8, max: 0.97, noNaN: true });
const weights = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 21, maxLength: 21 });
const memory = fc.oneof({ weight: 3, arbitrary: fc.constant(fsrs) }, { weight: 1, arbitrary: weights.map(fsrsWith) });
const load = fc.option(
  fc
    .array(fc.tuple(fc.integer({ min: TODAY, max: TODAY + 400 }), fc.nat(60)), { maxLength: 300 })
    .map((days) => new Map(days)),
  { nil: undefined },
);

test('every grade falls due tomorrow at the earliest and in a hundred years at the latest', () => {
  fc.assert(
    fc.property(memory, anyCard, retention, load, (model, card, wanted, perDay) => {
      for (const day of Object.values(promises(model, card, TODAY, wanted, perDay))) {
        expect(Number.isInteger(day)).toBe(true);
        expect(day).toBeGreaterThan(TODAY);
        expect(day).toBeLessThanOrEqual(LONGEST_DAY);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a better grade never comes back sooner, and easy comes back after good', () => {
  fc.assert(
    fc.property(memory, anyCard, retention, load, (model, card, wanted, perDay) => {
      const due = promises(model, card, TODAY, wanted, perDay);
      expect(due.hard).toBeLessThanOrEqual(due.good);
      if (due.good < LONGEST_DAY) expect(due.easy).toBeGreaterThan(due.good);
      else expect(due.easy).toBe(LONGEST_DAY);
    }),
    { numRuns: 1000 },
  );
});

test('Again is due the next study day', () => {
  fc.assert(
    fc.property(anyCard, retention, load, (card, wanted, perDay) => {
      expect(dueDay(fsrs, card, TODAY, 'again', wanted, perDay)).toBe(TODAY + 1);
    }),
  );
});

test('the date on the button is the date you get', () => {
  fc.assert(
    fc.property(anyCard, retention, load, (card, wanted, perDay) => {
      const promised = promises(fsrs, card, TODAY, wanted, perDay);
      for (const grade of grades) {
        expect(dueDay(fsrs, card, TODAY, grade, wanted, perDay && new Map(perDay))).toBe(promised[grade]);
      }
    }),
  );
});

test('good falls within the fuzz around the interval that memory gives', () => {
  fc.assert(
    fc.property(introduced, retention, load, (card, wanted, perDay) => {
      const elapsed = Math.max(0, TODAY - card.lastDay);
      const raw = fsrs.intervalDays(nextMemory(fsrs, card, TODAY, 'good'), wanted);
      const range = fuzzRange(Math.min(Math.max(Math.round(raw), 1), LONGEST_INTERVAL_DAYS), elapsed);
      const days = dueDay(fsrs, card, TODAY, 'good', wanted, perDay) - TODAY;
      expect(days).toBeGreaterThanOrEqual(range.least);
      expect(days).toBeLessThanOrEqual(range.most);
    }),
  );
});

test('cards learnt together part, each by its own name', () => {
  const days = new Set<number>();
  for (let index = 0; index < 200; index++) {
    const card = { card: `card-${index}`, memory: { stability: 30, difficulty: 5 }, lastDay: TODAY - 30, reps: 4 };
    days.add(dueDay(fsrs, card, TODAY, 'good', 0.9));
  }
  const { least, most } = fuzzRange(
    Math.round(fsrs.intervalDays(fsrs.next({ stability: 30, difficulty: 5 }, 30, 'good'), 0.9)),
    30,
  );
  expect([...days].sort((one, other) => one - other)).toEqual(
    Array.from({ length: most - least + 1 }, (_, index) => TODAY + least + index),
  );
});

test('with the load of each day known, good takes the lightest day, and of equal ones the nearest to the ideal', () => {
  const card = { card: 'lease', memory: { stability: 30, difficulty: 5 }, lastDay: TODAY - 30, reps: 4 };
  const ideal = Math.round(fsrs.intervalDays(nextMemory(fsrs, card, TODAY, 'good'), 0.9));
  const { least, most } = fuzzRange(ideal, 30);
  const full = new Map(Array.from({ length: most - least + 1 }, (_, index) => [TODAY + least + index, 20] as const));

  expect(dueDay(fsrs, card, TODAY, 'good', 0.9, new Map())).toBe(TODAY + ideal);
  expect(dueDay(fsrs, card, TODAY, 'good', 0.9, full)).toBe(TODAY + ideal);
  expect(dueDay(fsrs, card, TODAY, 'good', 0.9, new Map([...full, [TODAY + most, 19]]))).toBe(TODAY + most);
  const twoLight = new Map([...full, [TODAY + ideal - 1, 3], [TODAY + ideal + 1, 3]]);
  expect(dueDay(fsrs, card, TODAY, 'good', 0.9, twoLight)).toBe(TODAY + ideal - 1);
  expect(dueDay(fsrs, card, TODAY, 'good', 0.9, new Map([[TODAY + ideal, 1]]))).toBe(TODAY + ideal - 1);
});

test('a clock that has gone back counts as no time passed', () => {
  fc.assert(
    fc.property(introduced, fc.constantFrom(...grades), fc.nat(3000), (card, grade, back) => {
      const state = nextMemory(fsrs, card, card.lastDay - back, grade);
      expect(state).toEqual(fsrs.next(card.memory, 0, grade));
      expect(dueDay(fsrs, card, card.lastDay - back, grade, 0.9)).toBeGreaterThan(card.lastDay - back);
    }),
  );
});

test('hard is never a lapse: stability does not fall', () => {
  fc.assert(
    fc.property(introduced, (card) => {
      expect(nextMemory(fsrs, card, TODAY, 'hard').stability).toBeGreaterThanOrEqual(card.memory.stability - 1e-8);
    }),
  );
});

test('a first Good comes back in two days, as FSRS has it', () => {
  expect(nextMemory(fsrs, newCard, TODAY, 'good').stability).toBeCloseTo(2.3065, 6);
  expect(promises(fsrs, newCard, TODAY, 0.9)).toMatchObject({ again: TODAY + 1, hard: TODAY + 1, good: TODAY + 2 });
});

test('the digest sees the memory, the last day and the count of grades', () => {
  const card: CardMemory = { card: 'lease', memory: { stability: 12.5, difficulty: 5 }, lastDay: TODAY, reps: 3 };
  const others: CardMemory[] = [
    newCard,
    { ...card, memory: { stability: 12.51, difficulty: 5 } },
    { ...card, memory: { stability: 12.5, difficulty: 5.01 } },
    { ...card, lastDay: TODAY - 1 },
    { ...card, reps: 4 },
    { ...card, memory: null },
  ];
  expect(new Set([card, ...others].map(digestOf)).size).toBe(others.length + 1);
});

test('the digest overlooks what engines compute differently', () => {
  const card: CardMemory = {
    card: 'lease',
    memory: { stability: 12.34567, difficulty: 5.6789 },
    lastDay: TODAY,
    reps: 3,
  };
  const elsewhere = { ...card, memory: { stability: 12.34567 + 1e-8, difficulty: 5.6789 - 1e-8 } };
  expect(digestOf(elsewhere)).toBe(digestOf(card));
});

test('digests stay what they were, for logs that hold them', () => {
  expect(digestOf(newCard)).toBe('l8pepi');
  expect(digestOf({ card: 'lease', memory: { stability: 12.5, difficulty: 5 }, lastDay: TODAY, reps: 3 })).toBe(
    '1dzs8wk',
  );
});
