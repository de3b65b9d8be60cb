/** Which entries of the index a query finds, best first. */
import type { SearchEntry } from '#content/compiled.ts';
import { folded, hasWordBeginning, wordsIn } from '../find-words.ts';

/** Where a word was found: the lower, the better. */
const TITLE_BEGINS = 0;
const TITLE_HAS_WORD = 1;
const WORDS_HAVE_WORD = 2;
const ABOUT_HAS_WORD = 3;

/** The sum of a query's words; `undefined` where one of them is nowhere. */
type Rank = number | undefined;

/**
 * Every word of the query must begin a word somewhere in the entry. An entry is worth what its words are: the start
 * of the title, a word of the title, a word it is filed under, a word of its line. Equals keep their order.
 */
export function ranked(entries: readonly SearchEntry[], query: string): readonly SearchEntry[] {
  const words = wordsIn(query);
  if (words.length === 0) return [];
  const phrase = words.join(' ');
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words, phrase) }))
    .filter((found): found is { entry: SearchEntry; rank: number } => found.rank !== undefined)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

function rankOf(entry: SearchEntry, words: readonly string[], phrase: string): Rank {
  const title = folded(entry.title);
  // The whole title comes before a title that goes on, whatever the other words are worth.
  if (title === phrase) return -2;
  if (title.startsWith(phrase)) return -1;
  const filed = folded(entry.words);
  const about = folded(entry.about);
  let sum = 0;
  for (const word of words) {
    const rank = placeOf(word, title, filed, about);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

function placeOf(word: string, title: string, filed: string, about: string): Rank {
  if (title.startsWith(word)) return TITLE_BEGINS;
  if (hasWordBeginning(title, word)) return TITLE_HAS_WORD;
  if (hasWordBeginning(filed, word)) return WORDS_HAVE_WORD;
  if (hasWordBeginning(about, word)) return ABOUT_HAS_WORD;
  return undefined;
}

export interface Group {
  readonly kind: SearchEntry['kind'];
  readonly entries: readonly SearchEntry[];
}

/** By kind; the kind of the best entry first. */
export function grouped(entries: readonly SearchEntry[]): readonly Group[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) }));
}
