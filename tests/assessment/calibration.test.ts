import { expect, test } from 'vitest';
import { type Calibration, calibration } from '#assessment/calibration.ts';
import type { Confidence } from '#assessment/response.ts';

function check(confidence: Confidence, right: number, of: number): Calibration {
  const none = { right: 0, of: 0 };
  const all = calibration({ guess: none, think: none, sure: none, [confidence]: { right, of } });
  const found = all.find((one) => one.confidence === confidence);
  if (!found) throw new Error('every confidence has its calibration');
  return found;
}

test('each confidence has its share of right answers, the least sure first', () => {
  const all = calibration({ guess: { right: 1, of: 4 }, think: { right: 3, of: 6 }, sure: { right: 9, of: 9 } });
  expect(all.map(({ confidence, share }) => [confidence, share])).toEqual([
    ['guess', 0.25],
    ['think', 0.5],
    ['sure', 1],
  ]);
});

test('before the first answer there is no share', () => {
  expect(check('sure', 0, 0)).toEqual({ confidence: 'sure', right: 0, of: 0, share: null, verdict: 'too-few-answers' });
});

test('under five answers there is no verdict, however they came out', () => {
  expect(check('sure', 0, 4).verdict).toBe('too-few-answers');
  expect(check('sure', 0, 5).verdict).toBe('too-confident');
});

test('one miss in five says little about being sure; eight in twenty say much', () => {
  expect(check('sure', 4, 5).verdict).toBe('as-expected');
  expect(check('sure', 12, 20).verdict).toBe('too-confident');
});

test('sure answers that are nearly all right are as expected', () => {
  expect(check('sure', 19, 20).verdict).toBe('as-expected');
  expect(check('sure', 20, 20).verdict).toBe('as-expected');
});

test('"think so" that is always right is too modest, and that is mostly wrong too confident', () => {
  expect(check('think', 30, 30).verdict).toBe('too-modest');
  expect(check('think', 21, 30).verdict).toBe('as-expected');
  expect(check('think', 8, 30).verdict).toBe('too-confident');
});

test('guesses that are mostly right are too modest, and those at chance as expected', () => {
  expect(check('guess', 9, 10).verdict).toBe('too-modest');
  expect(check('guess', 3, 10).verdict).toBe('as-expected');
  expect(check('guess', 0, 10).verdict).toBe('as-expected');
});
