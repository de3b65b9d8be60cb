import { expect, test } from 'vitest';
import type { DeckCard } from '#content/compiled.ts';
import type { CardRow } from '#progress/rows.ts';
import { countWords, standingCard, standingWords } from '#screens/concepts/card-standing.ts';

const today = 20_000;
const card: DeckCard = {
  id: 'ferry',
  concept: 'crossing',
  paragraph: 'a#b',
  sources: [],
  angle: 'case',
  prompt: 'How many?',
  answer: 'Two.',
  module: '9.1',
};
const row: CardRow = {
  card: 'ferry',
  major: 1,
  memory: { stability: 10, difficulty: 5 },
  dueDay: today + 9,
  lastDay: today,
  introducedDay: today,
  reps: 1,
  lapses: 0,
  firstOfDay: [true],
  isSureAndWrong: false,
  isLapsed: false,
  isSuspended: false,
  buriedUntil: null,
  reworded: null,
  undoable: [],
};
const words = (change: Partial<CardRow> | null, of = card) =>
  standingWords(standingCard(of, change ? { ...row, ...change } : undefined, today).standing, today);

test('a card that was never graded is new', () => {
  expect(words(null)).toBe('new');
  expect(words({ memory: null, dueDay: null, lastDay: null })).toBe('new');
});

test('a card says when it comes back, and how likely it is to be recalled now', () => {
  expect(words({})).toBe('next review in 9 days · recall now about 100 %');
  expect(words({ lastDay: today - 10 })).toBe('next review in 9 days · recall now about 90 %');
});

test('a card that waits is due today, never overdue', () => {
  expect(words({ lastDay: today - 40, dueDay: today - 30 })).toMatch(/^next review today/);
});

test('a clock set back makes recall no more than certain', () => {
  expect(words({ lastDay: today + 5 })).toContain('about 100 %');
});

test('a card put off comes back when it is put off to', () => {
  expect(words({ dueDay: today, buriedUntil: today + 1 })).toMatch(/^next review tomorrow/);
});

test('a card put away says so', () => {
  expect(words({ isSuspended: true })).toBe('put away: it is not asked');
});

test('a new major revision makes a card new again', () => {
  expect(words({}, { ...card, rev: '2.0' })).toBe('new');
});

test('the learner’s own words take the place of the course’s', () => {
  const own = { ...row, reworded: { prompt: 'Mine?', answer: 'Yes.' } };
  expect(standingCard(card, own, today).words).toEqual({ prompt: 'Mine?', answer: 'Yes.' });
  expect(standingCard(card, row, today).words.prompt).toBe('How many?');
});

test('counts name only what there is', () => {
  const cards = [undefined, undefined, row, { ...row, isSuspended: true }].map((each) =>
    standingCard(card, each, today),
  );
  expect(countWords(cards)).toBe('2 new, 1 learning, 1 put away');
  expect(countWords(cards.slice(0, 2))).toBe('2 new');
});
