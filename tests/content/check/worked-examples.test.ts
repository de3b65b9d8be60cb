import { expect, test } from 'vitest';
import { checkCourse } from '#content/check/check-course.ts';
import { compile } from '#content/compile.ts';
import type { QuestionPages } from '#content/compiled.ts';
import { issueLine } from '#content/issue.ts';
import { parse } from '#content/parse.ts';
import type { WorkedExample } from '#content/worked-example.ts';
import { drawNothing, filesOf, filler, folder, soundFixture } from '../fixture.ts';

const file = `${folder}worked-examples.json`;
const first = `${file}: workedExamples[0]`;

function soundExample(): WorkedExample {
  return {
    id: 'harbour-desk',
    title: 'A harbour desk',
    system: 'A desk sells places on ferries.',
    answers: soundFixture().questions.map(({ id }) => ({ question: id, text: filler(50) })),
  };
}

const parsed = (...workedExamples: readonly unknown[]) =>
  parse([...filesOf(soundFixture()), { path: file, text: JSON.stringify({ workedExamples }) }], drawNothing);

function courseWith(change: (example: WorkedExample) => void) {
  const example = soundExample();
  change(example);
  const course = parsed(example);
  if (!course.ok) throw new Error(course.fault.map(issueLine).join('\n'));
  return course.value;
}

const issuesAfter = (change: (example: WorkedExample) => void): readonly string[] =>
  checkCourse(courseWith(change)).map(issueLine);

/** Puts a text into the second answer, and fills it up. */
const saying = (text: string) => (example: WorkedExample) => {
  const answer = example.answers[1];
  if (answer) answer.text = `${filler(45)} ${text}`;
};

test('a sound example holds to every rule, and a course need not have one', () => {
  expect(issuesAfter(() => {})).toEqual([]);
  expect(parse(filesOf(soundFixture()), drawNothing).ok).toBe(true);
});

test('an example with an answer too few is refused', () => {
  const example = soundExample();
  example.answers.pop();
  const course = parsed(example);
  expect(course.ok ? [] : course.fault.map(issueLine)).toEqual([
    expect.stringMatching(/worked-examples\.json: workedExamples\[0\]\.answers: /),
  ]);
});

test('it answers each question once, in the order they are asked', () => {
  const wrong = `${first}.answers: it answers each of the six questions once, in their order`;
  expect(issuesAfter(({ answers }) => void answers.reverse())).toEqual([wrong]);
  expect(issuesAfter(({ answers }) => void (answers[0] = { ...answers[0], ...answers[1] } as never))).toEqual([wrong]);
});

test('an answer is long enough for a reason and short enough to be read', () => {
  const withWords = (count: number) =>
    issuesAfter(({ answers }) => void (answers[2] && (answers[2].text = filler(count))));
  expect(withWords(40)).toEqual([]);
  expect(withWords(39)).toEqual([`${first}.answers[2].text: 39 words; 40 to 70`]);
  expect(withWords(71)).toEqual([`${first}.answers[2].text: 71 words; 40 to 70`]);
});

test('a number names its source, and a source is one of the list', () => {
  expect(issuesAfter(saying('It takes 12 days.'))).toEqual([`${first}.answers[1].text: a number names its source`]);
  expect(issuesAfter(saying('It takes 12 days [@harbour-1999].'))).toEqual([]);
  expect(issuesAfter(saying('It takes long [@nobody].'))).toEqual([
    `${first}.answers[1].text: there is no source nobody`,
  ]);
  expect(issuesAfter((example) => void (example.system = 'It sells 40 places a day.'))).toEqual([
    `${first}.system: a number names its source`,
  ]);
});

test('its words are as plain as any, and its terms lead somewhere', () => {
  expect(issuesAfter(saying('You simply wait.'))).toEqual([
    `${first}.answers[1].text: no “simply”: what is simple shows itself`,
  ]);
  expect(issuesAfter((example) => void (example.title = 'A desk!'))).toEqual([`${first}.title: no exclamation marks`]);
  expect(issuesAfter(saying('See [tides](concept:tides).'))).toEqual([
    `${first}.answers[1].text: there is no concept tides`,
  ]);
});

test('its name is its own, and no position', () => {
  const named = parsed({ ...soundExample(), id: 'crossing' });
  expect(named.ok ? [] : named.fault.map(issueLine)).toEqual([
    expect.stringMatching(/the id crossing is already taken/),
  ]);
  expect(issuesAfter((example) => void (example.id = 'question-1'))).toEqual([
    `${first}.id: the id question-1 names a position; name what it says`,
  ]);
});

test('the page of the questions gets the examples, with the meanings and sources that they name', () => {
  const course = courseWith(saying('A [crossing](concept:crossing) takes long [@harbour-1999].'));
  const pages = compile(course).get('questions') as QuestionPages;
  expect(pages.workedExamples.map(({ id }) => id)).toEqual(['harbour-desk']);
  expect(pages.meanings).toEqual({ crossing: 'Going over water' });
  expect(pages.sources.map(({ id }) => id)).toEqual(['harbour-1999']);
});
