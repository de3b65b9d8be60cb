import { describe, expect, test } from 'vitest';
import { issuesAfter, item, paths } from '../fixture.ts';

describe('words that appear nowhere', () => {
  test.each([
    ['It works!', 'no exclamation marks'],
    ['Oops, wrong.', 'no “Oops”'],
    ['You simply wait.', 'no “simply”: what is simple shows itself'],
    ['Obviously it is lost.', 'no “obviously”'],
    ['It is lost, of course.', 'no “of course”'],
  ])('%s', (text, reason) => {
    expect(issuesAfter(({ module }) => (module.summary = text))).toEqual([`${paths.module}: summary: ${reason}`]);
  });

  test('titles and labels are read too', () => {
    expect(issuesAfter(({ section }) => Object.assign(section, { title: 'Fog!' }))).toEqual([
      `${paths.section}: title: no exclamation marks`,
    ]);
  });

  test('code is not prose, and sources keep their own titles', () => {
    expect(issuesAfter(({ module }) => (module.summary = 'Write `!ready`.'))).toEqual([]);
  });
});

describe('words that no option may hold', () => {
  const withOptions = (...texts: readonly string[]) =>
    issuesAfter((fixture) => {
      item(fixture, 'single').options.forEach((option, index) => (option.text = texts[index] ?? option.text));
    });
  const at = (index: number, reason: string) => `${paths.items}: items[0].options[${index}].text: ${reason}`;

  test.each([
    ['All of the above', 'no “all of the above” and its kin'],
    ['None of the above', 'no “all of the above” and its kin'],
    ['Both of these work', 'no “all of the above” and its kin'],
    ['It is always so', 'no “always” in an option'],
    ['It is never so now', 'no “never” in an option'],
    ['It is not unsafe', 'no double negative'],
    ['It cannot not stop', 'no double negative'],
  ])('%s', (text, reason) => expect(withOptions('Engines ahead', text)).toEqual([at(1, reason)]));

  test('multiple choice and predictions are bound as well', () => {
    expect(
      issuesAfter((fixture) => Object.assign(item(fixture, 'predict').options[0] ?? {}, { text: 'Never heard' })),
    ).toEqual([`${paths.items}: items[22].options[0].text: no “never” in an option`]);
  });

  test('a question for what is not so has no option with a negation', () => {
    const prompt = 'Which of these does not float?';
    expect(issuesAfter((fixture) => Object.assign(item(fixture, 'single'), { prompt }))).toEqual([]);
    const issues = issuesAfter((fixture) => {
      item(fixture, 'single').prompt = prompt;
      Object.assign(item(fixture, 'single').options[2] ?? {}, { text: 'What has no keel' });
    });
    expect(issues).toEqual([at(2, 'no double negative: the question asks for what is not so')]);
  });

  test('a question for this but not that is no such question', () => {
    const issues = issuesAfter((fixture) => {
      item(fixture, 'single').prompt = 'Which can happen at sea, but not in port?';
      Object.assign(item(fixture, 'single').options[2] ?? {}, { text: 'What has no keel' });
    });
    expect(issues).toEqual([]);
  });
});

test('a gap outside a cloze, or a marker without a partner, is told', () => {
  expect(issuesAfter(({ module }) => (module.summary = 'Half **bold.'))).toEqual([
    `${paths.module}: summary: a * has no partner`,
  ]);
});
