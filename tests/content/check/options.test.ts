import { describe, expect, test } from 'vitest';
import { issuesAfter, item, paths, type Fixture } from '../fixture.ts';

const cases: readonly (readonly [string, (fixture: Fixture) => void, string])[] = [
  [
    'single choice has one right option',
    (all) => Object.assign(item(all, 'single').options[1] ?? {}, { isRight: true }),
    'items[0].options: exactly one option is right, not 2',
  ],
  [
    'a prediction has one right option',
    (all) => Object.assign(item(all, 'predict').options[1] ?? {}, { isRight: false }),
    'items[22].options: exactly one option is right, not 0',
  ],
  [
    'a hot spot has one right place',
    (all) => Object.assign(item(all, 'hot-spot').spots[0] ?? {}, { isRight: true }),
    'items[21].spots: exactly one option is right, not 2',
  ],
  [
    'a blank has one right word',
    (all) => Object.assign(item(all, 'cloze').blanks[0]?.options[1] ?? {}, { isRight: true }),
    'items[20].blanks[0].options: exactly one option is right, not 2',
  ],
  [
    'multiple choice has two right options',
    (all) => Object.assign(item(all, 'multiple').options[1] ?? {}, { isRight: false }),
    'items[16].options: at least two options are right and at least one is wrong',
  ],
  [
    'multiple choice has a wrong option',
    (all) => item(all, 'multiple').options.forEach((option) => Object.assign(option, { isRight: true })),
    'items[16].options: at least two options are right and at least one is wrong',
  ],
  [
    'a cloze names its blanks',
    (all) => (item(all, 'cloze').prompt = 'Port is {{left}}.'),
    'items[20].prompt: the prompt holds each blank once, as {{blank-id}}, and no other',
  ],
  [
    'matching has one place for each',
    (all) => Object.assign(item(all, 'matching').pairs[1] ?? {}, { right: 'Means **alfa**' }),
    'items[18].pairs: two of them say the same',
  ],
  [
    'a trap is wrong',
    (all) => Object.assign(item(all, 'numeric').traps[0] ?? {}, { value: 4.4 }),
    'items[19].traps[0]: this wrong answer would count as right',
  ],
  [
    'every option explains itself',
    (all) => Object.assign(item(all, 'single').options[1] ?? {}, { why: 'Wrong.' }),
    'items[0].options[1].why: it does not explain why this is right or wrong',
  ],
  [
    'every blank’s option explains itself',
    (all) => Object.assign(item(all, 'cloze').blanks[0]?.options[1] ?? {}, { why: 'No.' }),
    'items[20].blanks[0].options[1].why: it does not explain why this is right or wrong',
  ],
  [
    'options are alike in length',
    (all) => Object.assign(item(all, 'single').options[1] ?? {}, { text: 'Engines astern, and now, and fast' }),
    'items[0].options: the longest option is 2.20 times as long as the shortest; at most 1.6',
  ],
  [
    'options differ',
    (all) => Object.assign(item(all, 'single').options[1] ?? {}, { text: 'Anchors out **now**' }),
    'items[0].options: two of them say the same',
  ],
];

describe('the options of an item', () => {
  test.each(cases)('%s', (_, plant, issue) => expect(issuesAfter(plant)).toEqual([`${paths.items}: ${issue}`]));
});

test('a guess and the first question have one right option each', () => {
  expect(
    issuesAfter(({ section }) => section.guess.options.forEach((option) => Object.assign(option, { isRight: true }))),
  ).toEqual([`${paths.section}: guess.options: exactly one option is right, not 2`]);
  expect(
    issuesAfter(({ track }) => track.hook.options.forEach((option) => Object.assign(option, { isRight: false }))),
  ).toEqual([`${paths.track}: hook.options: exactly one option is right, not 0`]);
});
