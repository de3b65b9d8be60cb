import { issueAt } from '../issue.ts';
import { citationsIn, countWords } from '../markup.ts';
import { isWithin, printed, wordsOfAnswer } from './amounts.ts';
import { statesNumber } from './claims.ts';
import type { Rule } from './known.ts';

/** An example answers what a learner is asked, in as many words as a learner would take. */
export const examplesAnswerEveryQuestion: Rule = ({ workedExamples, questions }) => {
  const asked = questions.map(({ value }) => value.id).join(' ');
  return workedExamples.flatMap((example) => {
    const { system, answers } = example.value;
    const texts = [
      { path: 'system', text: system },
      ...answers.map(({ text }, index) => ({ path: `answers[${index}].text`, text })),
    ];
    return [
      ...(answers.map(({ question }) => question).join(' ') === asked
        ? []
        : [issueAt(example, 'answers', 'it answers each of the six questions once, in their order')]),
      ...answers.flatMap(({ text }, index) => {
        const words = countWords(text);
        return isWithin(words, wordsOfAnswer)
          ? []
          : [issueAt(example, `answers[${index}].text`, `${words} words; ${printed(wordsOfAnswer)}`)];
      }),
      ...texts
        .filter(({ text }) => statesNumber(text) && citationsIn(text).length === 0)
        .map(({ path }) => issueAt(example, path, 'a number names its source')),
    ];
  });
};
