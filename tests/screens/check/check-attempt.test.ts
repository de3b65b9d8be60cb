import { expect, test } from 'vitest';
import {
  confidenceCounts,
  nextItem,
  openAttempt,
  rereadAfter,
  startAttempt,
  attemptsAt,
} from '#screens/check/check-attempt.ts';
import type { CheckBank } from '#content/compiled.ts';
import type { CheckAnswer, CheckRow } from '#progress/rows.ts';
import { itemOf } from '#tests/assessment/sample-items.ts';

const items = ['lease-ends', 'clock-jumps', 'token-is-old', 'vote-is-split'].map((id, index) => ({
  ...itemOf(id, index < 2 ? 'tell-time' : 'lead'),
  teaches: index < 3 ? `leases#p-${id}` : 'voting#p-split',
}));
const bank: CheckBank = {
  module: { id: '5.2', title: 'Consensus', hue: 'indigo' },
  objectives: [
    { id: 'tell-time', text: 'Tell the time' },
    { id: 'lead', text: 'Lead' },
  ],
  items,
  cardMajors: {},
  places: {
    'leases#p-lease-ends': 'Leases',
    'leases#p-clock-jumps': 'Leases',
    'leases#p-token-is-old': 'Leases',
    'voting#p-split': 'Voting',
  },
};
const answer = (item: string, isRight: boolean, confidence: CheckAnswer['confidence'] = 'sure'): CheckAnswer => ({
  item,
  objective: 'lead',
  response: { kind: 'single', chosen: 'right' },
  isRight,
  score: isRight ? 1 : 0,
  confidence,
});
const attempt = (change: Partial<CheckRow> = {}): CheckRow => ({ ...startAttempt(bank, [], 7, 1000), ...change });

test('the same seed at the same moment is the same attempt', () => {
  expect(attempt()).toEqual(attempt());
  expect(startAttempt(bank, [], 8, 1000).attempt).not.toBe(attempt().attempt);
});

test('a bank that is too small gives what it has', () => {
  expect(new Set(attempt().items)).toEqual(new Set(items.map(({ id }) => id)));
});

test('an item that has left the bank is passed over', () => {
  const row = attempt({ items: ['gone', 'clock-jumps', 'lease-ends'] });
  expect(nextItem(row, bank)?.id).toBe('clock-jumps');
  expect(
    nextItem({ ...row, answers: [answer('clock-jumps', true), answer('lease-ends', true)] }, bank),
  ).toBeUndefined();
});

test('attempts at other modules are not of this one, and the newest comes first', () => {
  const old = attempt({ attempt: 'old', startedAt: 1 });
  const recent = attempt({ attempt: 'recent', startedAt: 2 });
  expect(attemptsAt('5.2', [old, attempt({ module: '5.1' }), recent])).toEqual([recent, old]);
});

test('an attempt with a result is not open', () => {
  const finished = attempt({ result: { right: 4, of: 4, passed: false, at: 5 } });
  const open = attempt({ attempt: 'open' });
  expect(openAttempt([finished, open])).toBe(open);
  expect(openAttempt([finished])).toBeUndefined();
});

test('what to read again is named once a page, at the paragraph that was missed first', () => {
  const answers = [
    answer('clock-jumps', false),
    answer('vote-is-split', false),
    answer('lease-ends', true),
    answer('token-is-old', false),
  ];
  expect(rereadAfter(attempt({ answers }), bank)).toEqual([
    { title: 'Leases', paragraph: 'leases#p-clock-jumps', missed: 2 },
    { title: 'Voting', paragraph: 'voting#p-split', missed: 1 },
  ]);
});

test('each confidence is counted by itself', () => {
  const counts = confidenceCounts([answer('a', true), answer('b', false), answer('c', true, 'guess')]);
  expect(counts).toEqual({ guess: { right: 1, of: 1 }, think: { right: 0, of: 0 }, sure: { right: 1, of: 2 } });
});
