import { issueAt } from '../issue.ts';
import { markupNodes } from '../markup.ts';
import type { Rule } from './known.ts';
import { allTexts } from './texts.ts';

/** What is left as plain text though somebody meant more by it. */
const leftovers: readonly (readonly [RegExp, string])[] = [
  [/\*/, 'a * has no partner'],
  [/`/, 'a ` has no partner'],
  [/\[@/, 'a citation is written [@source-id], one id in each'],
  [/\]\(/, 'a link is written [words](concept:id) or [words](https://…)'],
  [/\{\{|\}\}/, 'a gap is written {{words}}'],
  [/<\/?[a-z][^>]*>/i, 'HTML is not understood'],
  [/^#+ |^- |\n/m, 'headings, dashes and line breaks are not understood'],
];

export function markupFaults(text: string): readonly string[] {
  const plain = markupNodes(text).flatMap((node) => (node.kind === 'text' ? [node.text] : []));
  return leftovers.filter(([pattern]) => plain.some((each) => pattern.test(each))).map(([, reason]) => reason);
}

export const markupIsBalanced: Rule = (course) =>
  allTexts(course)
    .filter((text) => text.isMarkup)
    .flatMap((text) => markupFaults(text.value).map((reason) => issueAt(text, '', reason)));
