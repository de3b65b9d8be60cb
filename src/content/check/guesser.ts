import type { Item, Option } from '../item.ts';
import { plainText } from '../markup.ts';
import { meaningfulWords } from '../words.ts';

/** How a reader who knows nothing ranks an option: the highest is picked, and a tie is broken by chance. */
export type Instinct = (option: Option, item: Item) => number;

/** The share, 0 to 1, that an instinct gets right over the items with one right option; `null` where there are none. */
export function guesserScore(items: readonly Item[], instinct: Instinct): number | null {
  const scores = items.flatMap((item) => {
    if (item.kind !== 'single' && item.kind !== 'predict') return [];
    const liking = item.options.map((option) => instinct(option, item));
    const picked = item.options.filter((_, index) => liking[index] === Math.max(...liking));
    return [picked.filter((option) => option.isRight === true).length / picked.length];
  });
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The same guesser, who has seen through a bank that was made against it. */
export const reversed =
  (instinct: Instinct): Instinct =>
  (option, item) =>
    -instinct(option, item);

export const likesLongOptions: Instinct = (option) => plainText(option.text).length;

/** Picks the option that sounds most like the text it was taught from. */
export function likesFamiliarWords(textsTaughtWith: (item: Item) => readonly string[]): Instinct {
  const heard = new Map<Item, ReadonlySet<string>>();
  return (option, item) => {
    const words = heard.get(item) ?? meaningfulWords(textsTaughtWith(item));
    heard.set(item, words);
    return [...meaningfulWords([option.text])].filter((word) => words.has(word)).length;
  };
}

/** The share of items whose right option no other is longer than; `null` where there are none. */
export function keyLongestShare(items: readonly Item[]): number | null {
  const isLongest = items.flatMap((item) => {
    if (item.kind !== 'single' && item.kind !== 'predict') return [];
    const longest = Math.max(...item.options.map((option) => plainText(option.text).length));
    return [item.options.some((option) => option.isRight === true && plainText(option.text).length === longest)];
  });
  return isLongest.length === 0 ? null : isLongest.filter(Boolean).length / isLongest.length;
}
