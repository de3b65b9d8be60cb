import { allItems } from '../course.ts';
import { issueAt } from '../issue.ts';
import { markupNodes } from '../markup.ts';
import type { Rule } from './known.ts';
import { choicesOf } from './options.ts';
import { doubleNegatives, everywhere, inOptions, negation, negativeStem, type Phrase } from './phrases.ts';
import { allTexts } from './texts.ts';

export const wordingIsPlain: Rule = (course) => [
  ...allTexts(course).flatMap((text) => reasons(text.value, everywhere).map((reason) => issueAt(text, '', reason))),
  ...allItems(course).flatMap((item) => {
    const { choices, path } = choicesOf(item.value);
    const isNegative = negativeStem.test(proseWithoutCode(item.value.prompt));
    return [
      ...reasons(item.value.prompt, doubleNegatives).map((reason) => issueAt(item, 'prompt', reason)),
      ...choices.flatMap((choice, index) => {
        const said = reasons(choice.text, [...inOptions, ...doubleNegatives]);
        const twice =
          isNegative && negation.test(proseWithoutCode(choice.text))
            ? ['no double negative: the question asks for what is not so']
            : [];
        return [...said, ...twice].map((reason) => issueAt(item, `${path}[${index}].text`, reason));
      }),
    ];
  }),
];

function reasons(text: string, phrases: readonly Phrase[]): readonly string[] {
  const prose = proseWithoutCode(text);
  return phrases.filter(({ pattern }) => pattern.test(prose)).map(({ reason }) => reason);
}

function proseWithoutCode(text: string): string {
  const words = markupNodes(text).map((node) => (node.kind === 'text' || node.kind === 'blank' ? node.text : ''));
  return words.join('');
}
