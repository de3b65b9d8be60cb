import { expect, test } from 'vitest';
import { checkOutcome, checkResult } from '#assessment/check-result.ts';

const OBJECTIVES = ['explain', 'predict', 'choose', 'reason'].map((id) => ({ id }));
/** Of the objectives, in this order, how many of the ten items each has. */
const ITEMS = [3, 3, 2, 2];

/** The result of a check with so many right answers in each objective. */
function resultOf(...right: readonly number[]) {
  const answers = OBJECTIVES.flatMap(({ id }, index) =>
    Array.from({ length: ITEMS[index] ?? 0 }, (_, place) => ({ objective: id, isRight: place < (right[index] ?? 0) })),
  );
  return checkResult(answers, OBJECTIVES);
}

test('eight of ten pass', () => {
  expect(resultOf(3, 3, 1, 1)).toMatchObject({ right: 8, of: 10, passed: true });
});

test('seven of ten do not', () => {
  expect(resultOf(3, 2, 1, 1)).toMatchObject({ right: 7, of: 10, passed: false });
});

test('eight of ten with an objective at zero do not', () => {
  expect(resultOf(3, 3, 2, 0)).toMatchObject({ right: 8, of: 10, passed: false });
});

test('the result of each objective is told, in the order of the module', () => {
  expect(resultOf(3, 0, 1, 2).objectives).toEqual([
    { objective: 'explain', right: 3, of: 3 },
    { objective: 'predict', right: 0, of: 3 },
    { objective: 'choose', right: 1, of: 2 },
    { objective: 'reason', right: 2, of: 2 },
  ]);
});

test('no part of a check passes', () => {
  expect(checkResult([], OBJECTIVES).passed).toBe(false);
  expect(checkResult([{ objective: 'explain', isRight: true }], OBJECTIVES).passed).toBe(false);
});

/** The probability of passing where each answer is right with probability `ability`, over all 1,024 outcomes. */
function passProbability(ability: number, itemsPerObjective: readonly number[]): number {
  const drawn = itemsPerObjective.flatMap((count, index) => Array.from({ length: count }, () => `objective-${index}`));
  const objectives = itemsPerObjective.map((_, index) => ({ id: `objective-${index}` }));
  let sum = 0;
  for (let outcome = 0; outcome < 2 ** drawn.length; outcome++) {
    const answers = drawn.map((objective, index) => ({ objective, isRight: ((outcome >> index) & 1) === 1 }));
    const { right, of, passed } = checkResult(answers, objectives);
    if (passed) sum += ability ** right * (1 - ability) ** (of - right);
  }
  return sum;
}

test.each([
  ['blind guessing among three options', 1 / 3, 0.3, 0.3],
  ['a true ability of 60 %', 0.6, 15, 16],
  ['a true ability of 70 %', 0.7, 36, 37],
  ['a true ability of 90 %', 0.9, 91, 92],
])('%s passes as often as the course says', (_, ability, percentOfFive, percentOfFour) => {
  const digits = ability < 0.5 ? 1 : 0;
  expect(100 * passProbability(ability, [2, 2, 2, 2, 2])).toBeCloseTo(percentOfFive, digits);
  expect(100 * passProbability(ability, [3, 3, 2, 2])).toBeCloseTo(percentOfFour, digits);
});

const right = { isRight: true, confidence: 'sure', isIntroduced: true, isDue: true } as const;

test('a wrong answer is Again for its card, introduced or not, due or not, sure or not', () => {
  for (const confidence of ['guess', 'think', 'sure'] as const) {
    expect(checkOutcome({ isRight: false, confidence, isIntroduced: true, isDue: true })).toBe('again');
    expect(checkOutcome({ isRight: false, confidence, isIntroduced: false, isDue: false })).toBe('again');
  }
});

test('a right answer is Good for a card that is introduced and due', () => {
  expect(checkOutcome(right)).toBe('good');
  expect(checkOutcome({ ...right, confidence: 'think' })).toBe('good');
});

test('a right guess, a card not due and a new card are left alone', () => {
  expect(checkOutcome({ ...right, confidence: 'guess' })).toBeNull();
  expect(checkOutcome({ ...right, isDue: false })).toBeNull();
  expect(checkOutcome({ ...right, isIntroduced: false })).toBeNull();
});
