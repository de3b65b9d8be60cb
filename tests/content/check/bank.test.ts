import { expect, test } from 'vitest';
import { guesserScore, keyLongestShare, likesFamiliarWords, likesLongOptions } from '#content/check/guesser.ts';
import type { Item } from '#content/item.ts';
import { issuesAfter, item, paths, soundFixture, type Fixture } from '../fixture.ts';

/** The single-choice items, whose first option is the right one, changed. */
const eachSingle = (fixture: Fixture, change: (item: Extract<Item, { kind: 'single' }>, index: number) => void) =>
  fixture.items.filter((each) => each.kind === 'single').forEach(change);

test('each objective is asked for four times', () => {
  expect(issuesAfter(({ items }) => items.splice(0, 1))).toEqual([
    `${paths.module}: objectives[0]: 3 check items ask for name-the-harbour; at least 4 do`,
  ]);
});

test('each key concept is asked for four times', () => {
  expect(issuesAfter(({ items }) => items.slice(3).forEach((each) => (each.concept = 'bridge')))).toEqual([
    `${paths.module}: 3 check items are on the key concept crossing; at least 4 are`,
  ]);
});

test('half of a bank applies what was learnt', () => {
  expect(issuesAfter(({ items }) => items.slice(0, 12).forEach((each) => (each.style = 'recall')))).toEqual([
    `${paths.module}: 11 of 23 check items are a scenario or a prediction; at least half are`,
  ]);
});

test('who picks the longest option does not pass', () => {
  const issues = issuesAfter((fixture) =>
    eachSingle(fixture, ({ options }, index) =>
      Object.assign(options[0] ?? {}, index < 8 ? { text: 'Engines ahead, gently' } : {}),
    ),
  );
  expect(issues).toEqual([
    `${paths.module}: the right option is the longest in 47.1 % of the items; at most 40.0 %`,
    `${paths.module}: picking the longest option scores 47.1 %; it scores under 45.0 %`,
  ]);
});

test('who picks the shortest option does not pass', () => {
  const issues = issuesAfter((fixture) =>
    eachSingle(fixture, ({ options }, index) =>
      Object.assign(options[0] ?? {}, index < 8 ? { text: 'Engines ahead' } : {}),
    ),
  );
  expect(issues).toEqual([`${paths.module}: picking the shortest option scores 52.9 %; it scores under 45.0 %`]);
});

test('who picks the words of the section does not pass', () => {
  const issues = issuesAfter((fixture) =>
    eachSingle(fixture, ({ options }, index) =>
      Object.assign(options[0] ?? {}, index < 8 ? { text: 'To two harbours' } : {}),
    ),
  );
  expect(issues).toEqual([
    `${paths.module}: picking the option with most of its section’s words scores 68.6 %; it scores under 50.0 %`,
  ]);
});

test('who avoids the words of the section does not pass', () => {
  const issues = issuesAfter((fixture) =>
    eachSingle(fixture, ({ options }, index) => {
      if (index >= 8) return;
      Object.assign(options[1] ?? {}, { text: 'Astern to harbours' });
      Object.assign(options[2] ?? {}, { text: 'Harbours out now' });
    }),
  );
  expect(issues).toEqual([
    `${paths.module}: picking the option with fewest of its section’s words scores 62.7 %; it scores under 50.0 %`,
  ]);
});

test('a guess, a recall prompt or a prediction of the reading is not asked again', () => {
  const asked = (prompt: string) => issuesAfter((fixture) => (item(fixture, 'ordering').prompt = prompt));
  expect(asked('How many **harbours** does the ferry need?')).toEqual([
    `${paths.items}: items[17].prompt: it asks again what the guess of two-harbours asks`,
  ]);
  expect(asked('North hears nothing. What was lost?')).toEqual([
    `${paths.items}: items[17].prompt: it asks again what the recall card reply-is-lost asks`,
  ]);
  expect(asked('Who hears of it?')).toEqual([
    `${paths.items}: items[17].prompt: it asks again what the prediction of two-harbours#letter-and-reply asks`,
  ]);
  expect(asked('Compute the speed of the current.')).toEqual([
    `${paths.items}: items[19].prompt: it asks again what the item steps-of-mooring asks`,
  ]);
});

test('a guesser who sees no difference scores by chance', () => {
  const { items } = soundFixture();
  expect(guesserScore(items, () => 0)).toBeCloseTo(1 / 3);
  expect(
    guesserScore(
      items,
      likesFamiliarWords(() => []),
    ),
  ).toBeCloseTo(1 / 3);
});

test('a bank without single choice tells a guesser nothing', () => {
  const items = soundFixture().items.filter((each) => each.kind === 'ordering');
  expect([guesserScore(items, likesLongOptions), keyLongestShare(items)]).toEqual([null, null]);
});
