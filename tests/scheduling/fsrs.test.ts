import fc from 'fast-check';
import { createEmptyCard, fsrs as fullScheduler, Rating, get_fuzz_range } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { recallProbability } from '#scheduling/forgetting-curve.ts';
import { fsrs, fsrsWith } from '#scheduling/fsrs.ts';
import { fuzzRange, LONGEST_INTERVAL_DAYS } from '#scheduling/fuzz.ts';
import { type Grade, grades, type Memory, type MemoryState } from '#scheduling/memory.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1, 12);
const RATINGS = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;

const grade = fc.constantFrom(...grades);
/** Grades with the whole days since the one before; same-day repeats are common. */
const history = fc.array(
  fc.record({
    grade,
    afterDays: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 31, max: 2000 })),
  }),
  { minLength: 1, maxLength: 12 },
);
const weights = fc.array(fc.double({ min: -1, max: 12, noNaN: true }), { minLength: 21, maxLength: 21 });

type Step = { readonly grade: Grade; readonly afterDays: number };

/** What ts-fsrs's own scheduler makes of a history, with no learning steps and no fuzz. */
function statesOfLibrary(steps: readonly Step[], w?: readonly number[]): MemoryState[] {
  const scheduler = fullScheduler({
    ...(w ? { w: [...w] } : {}),
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: [],
    relearning_steps: [],
  });
  let card = createEmptyCard(new Date(START_MS));
  let at = START_MS;
  return steps.map((step) => {
    at += step.afterDays * DAY_MS;
    card = scheduler.next(card, new Date(at), RATINGS[step.grade]).card;
    return { stability: card.stability, difficulty: card.difficulty };
  });
}

function statesOf(memory: Memory, steps: readonly Step[]): MemoryState[] {
  let state: MemoryState | null = null;
  return steps.map((step) => {
    state = memory.next(state, step.afterDays, step.grade);
    return state;
  });
}

function expectSameStates(ours: readonly MemoryState[], theirs: readonly MemoryState[]): void {
  expect(ours.length).toBe(theirs.length);
  for (const [index, state] of ours.entries()) {
    expect(Math.abs(state.stability - (theirs[index]?.stability ?? Number.NaN))).toBeLessThanOrEqual(1e-6);
    expect(Math.abs(state.difficulty - (theirs[index]?.difficulty ?? Number.NaN))).toBeLessThanOrEqual(1e-6);
  }
}

test('at whole-day intervals memory is what the full ts-fsrs scheduler computes', () => {
  fc.assert(
    fc.property(history, (steps) => expectSameStates(statesOf(fsrs, steps), statesOfLibrary(steps))),
    { numRuns: 3000 },
  );
});

test("a learner's own weights are clipped and used as ts-fsrs does", () => {
  fc.assert(
    fc.property(history, weights, (steps, w) =>
      expectSameStates(statesOf(fsrsWith(w), steps), statesOfLibrary(steps, w)),
    ),
    { numRuns: 500 },
  );
});

test('the interval, rounded, is the one ts-fsrs gives a new card', () => {
  const scheduler = fullScheduler({
    enable_fuzz: false,
    learning_steps: [],
    relearning_steps: [],
    request_retention: 0.85,
  });
  const empty = createEmptyCard(new Date(START_MS));
  for (const name of ['hard', 'good', 'easy'] as const) {
    const { card } = scheduler.next(empty, new Date(START_MS), RATINGS[name]);
    expect(Math.max(1, Math.round(fsrs.intervalDays(fsrs.next(null, 0, name), 0.85)))).toBe(card.scheduled_days);
  }
});

test('after the interval for a retention, recall has fallen to that retention', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 5000, noNaN: true }),
      fc.double({ min: 0.8, max: 0.97, noNaN: true }),
      (stability, retention) => {
        const state = { stability, difficulty: 5 };
        expect(fsrs.recall(state, fsrs.intervalDays(state, retention))).toBeCloseTo(retention, 6);
      },
    ),
  );
});

test('the forgetting curve that screens read is the one grading uses', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 36_500, noNaN: true }), fc.nat(40_000), (stability, days) => {
      const state = { stability, difficulty: 5 };
      expect(Math.abs(recallProbability(state, days) - fsrs.recall(state, days))).toBeLessThanOrEqual(1e-7);
    }),
  );
});

test('the fuzz range is as wide as in ts-fsrs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: LONGEST_INTERVAL_DAYS }), fc.nat(40_000), (intervalDays, elapsedDays) => {
      const { min_ivl, max_ivl } = get_fuzz_range(intervalDays, elapsedDays, LONGEST_INTERVAL_DAYS);
      expect(fuzzRange(intervalDays, elapsedDays)).toEqual({ least: min_ivl, most: max_ivl });
    }),
  );
});
