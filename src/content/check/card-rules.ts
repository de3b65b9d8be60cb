import type { Card } from '../card.ts';
import { allCards } from '../course.ts';
import { issueAt } from '../issue.ts';
import { countWords, markupNodes, plainText } from '../markup.ts';
import type { Rule } from './known.ts';

/** Under 12 is the aim; from here on it is no longer one fact. */
const mostWordsOfAnswer = 20;
const mostInList = 3;

/** One fact a card, asked so that only knowing it answers. */
export const cardsAskOneFact: Rule = (course) =>
  allCards(course).flatMap((card) => cardFaults(card.value).map(([path, reason]) => issueAt(card, path, reason)));

type Fault = readonly [path: string, reason: string];

function cardFaults(card: Card): readonly Fault[] {
  const gaps = markupNodes(card.prompt).filter((node) => node.kind === 'blank').length;
  const answer = card.answer === undefined ? '' : plainText(card.answer);
  const faults: Fault[] = [];
  if (gaps > 1) faults.push(['prompt', `a cloze hides one thing, not ${gaps}`]);
  if (gaps > 0 && card.answer !== undefined) faults.push(['answer', 'a cloze has its answer in the prompt']);
  if (gaps === 0 && card.answer === undefined)
    faults.push(['answer', 'a card has an answer, or one {{gap}} in its prompt']);
  if (gaps === 0 && isYesNo(plainText(card.prompt), answer))
    faults.push(['prompt', 'no question that yes or no answers']);
  if (countWords(answer) > mostWordsOfAnswer)
    faults.push(['answer', `${countWords(answer)} words; an answer has at most ${mostWordsOfAnswer}`]);
  if (longestList(answer) > mostInList)
    faults.push(['answer', `a list of ${longestList(answer)}; at most ${mostInList}, or a card for each`]);
  return faults;
}

const auxiliary = /^(is|are|was|were|does|do|did|can|could|will|would|should|has|have|had|must|may|might)(n[’']t)? /i;

export function isYesNo(prompt: string, answer: string): boolean {
  if (/^(yes|no)\b(?! (one|more|longer|node|other))/i.test(answer)) return true;
  const question = prompt.split(/(?<=[.?:]) /).at(-1) ?? prompt;
  return auxiliary.test(question) && question.endsWith('?') && !/ or /i.test(question);
}

/** How many members the longest list of a sentence has: "a, b, c and d" has four. */
export function longestList(text: string): number {
  const lists = text.match(/[^.;:()]+/g) ?? [];
  const inline = lists.map((list) => {
    const last = /(.*?),? (?:and|or) [^,]*$/is.exec(list)?.[1];
    const commas = last?.match(/, /g)?.length ?? 0;
    return commas === 0 ? 1 : commas + 2;
  });
  return Math.max(1, ...inline, (text.match(/;/g)?.length ?? 0) + 1);
}
