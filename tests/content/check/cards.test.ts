import { describe, expect, test } from 'vitest';
import { isYesNo, longestList } from '#content/check/card-rules.ts';
import { issuesAfter, paths } from '../fixture.ts';

const issuesOf = (card: object) => issuesAfter(({ cards }) => Object.assign(cards[1] ?? {}, card));
const at = (path: string, reason: string) => `${paths.cards}: cards[1].${path}: ${reason}`;

describe('a card asks one fact', () => {
  test.each([
    [{ prompt: 'A {{ferry}} needs {{two}}.', answer: undefined }, at('prompt', 'a cloze hides one thing, not 2')],
    [{ prompt: 'A ferry needs {{two}}.' }, at('answer', 'a cloze has its answer in the prompt')],
    [
      { prompt: 'What does a ferry need?', answer: undefined },
      at('answer', 'a card has an answer, or one {{gap}} in its prompt'),
    ],
    [{ prompt: 'Is there fog?', answer: 'Only in March.' }, at('prompt', 'no question that yes or no answers')],
    [{ answer: 'wave '.repeat(21).trim() }, at('answer', '21 words; an answer has at most 20')],
    [{ answer: 'Fog, tide, wind and night.' }, at('answer', 'a list of 4; at most 3, or a card for each')],
  ])('%o', (card, issue) => expect(issuesOf(card)).toEqual([issue]));
});

test.each([
  ['Does it float?', 'In salt water.', true],
  ['A ferry waits in fog. Can it cross?', 'Once the fog lifts.', true],
  ['What does it do?', 'Yes, it floats.', true],
  ['Is it slow or dead?', 'Nobody can tell.', false],
  ['What is lost?', 'No one knows.', false],
  ['Who decides?', 'Nodes, by a majority.', false],
])('whether “%s” “%s” asks for yes or no: %s', (prompt, answer, expected) =>
  expect(isYesNo(prompt, answer)).toBe(expected),
);

test.each([
  ['The tide.', 1],
  ['Fog, tide and wind.', 3],
  ['Fog, tide, and wind.', 3],
  ['Fog, tide, wind or night.', 4],
  ['Late, because of fog, which lifted.', 1],
  ['fog; tide; wind; night', 4],
])('“%s” lists %i', (text, count) => expect(longestList(text)).toBe(count));
