import { expect, test } from 'vitest';
import { type DurabilityCard, isConceptDurable, isDurable, isModuleDurable } from '#scheduling/durable.ts';
import { fsrs } from '#scheduling/fsrs.ts';

const TODAY = 20_500;
const durable: DurabilityCard = {
  memory: { stability: 21, difficulty: 5 },
  lastDay: TODAY,
  firstOfDay: [true, true, true],
  isSuspended: false,
};
const fresh: DurabilityCard = { memory: null, lastDay: null, firstOfDay: [], isSuspended: false };
const fragile: DurabilityCard = { ...durable, memory: { stability: 5, difficulty: 5 } };

const check = (change: Partial<DurabilityCard>, today = TODAY): boolean =>
  isDurable({ ...durable, ...change }, today, 0.9);

test('three first-sight successes, three weeks of stability and likely recall make a card durable', () => {
  expect(check({})).toBe(true);
});

test('a card recalled on fewer than three graded days is not durable yet', () => {
  expect(check({ firstOfDay: [true, true] })).toBe(false);
});

test('one miss in the last three graded days takes durability, an older one does not', () => {
  expect(check({ firstOfDay: [true, false, true] })).toBe(false);
  expect(check({ firstOfDay: [false, true, true, true] })).toBe(true);
});

test('a stability under 21 days is too little', () => {
  expect(check({ memory: { stability: 20.99, difficulty: 5 } })).toBe(false);
});

test('durability lapses when predicted recall falls more than 0.1 under the desired', () => {
  const lastGoodDay = Math.floor(fsrs.intervalDays({ stability: 21, difficulty: 5 }, 0.8));
  expect(check({}, TODAY + lastGoodDay)).toBe(true);
  expect(check({}, TODAY + lastGoodDay + 1)).toBe(false);
});

test('a new card and a suspended one are not durable', () => {
  expect(isDurable(fresh, TODAY, 0.9)).toBe(false);
  expect(check({ isSuspended: true })).toBe(false);
});

test('a clock that has gone back takes no durability', () => {
  expect(check({}, TODAY - 40)).toBe(true);
});

test('a concept is durable when all its introduced cards are, and there are two', () => {
  expect(isConceptDurable([durable, durable], TODAY, 0.9)).toBe(true);
  expect(isConceptDurable([durable, durable, fresh], TODAY, 0.9)).toBe(true);
  expect(isConceptDurable([durable], TODAY, 0.9)).toBe(false);
  expect(isConceptDurable([durable, durable, fragile], TODAY, 0.9)).toBe(false);
});

test('a suspended card neither proves a concept nor blocks it', () => {
  expect(isConceptDurable([durable, durable, { ...fragile, isSuspended: true }], TODAY, 0.9)).toBe(true);
  expect(isConceptDurable([durable, { ...durable, isSuspended: true }], TODAY, 0.9)).toBe(false);
});

test('a module is durable when each of its key concepts is', () => {
  const concept = [durable, durable];
  expect(isModuleDurable([concept, concept], TODAY, 0.9)).toBe(true);
  expect(isModuleDurable([concept, [durable]], TODAY, 0.9)).toBe(false);
  expect(isModuleDurable([], TODAY, 0.9)).toBe(false);
});
