/** The concepts as their page lists them: the ten by module, the rest by letter, and what a query leaves of both. */
import { plainText } from '#content/markup.ts';
import type { Concept } from '#content/track.ts';
import { folded, hasWordBeginning, wordsIn } from '../find-words.ts';

export interface Letter {
  /** In upper case; "#" for what begins with none. */
  readonly letter: string;
  readonly concepts: readonly Concept[];
}

/** The concepts in whose name, aliases or meaning each word of the query begins a word. */
export function matching(concepts: readonly Concept[], query: string): readonly Concept[] {
  const words = wordsIn(query);
  if (words.length === 0) return concepts;
  return concepts.filter((concept) => {
    const text = folded([concept.name, ...concept.aliases, plainText(concept.meaning)].join('\n'));
    return words.every((word) => hasWordBeginning(text, word));
  });
}

/** In the order of the alphabet, by first letter. */
export function byLetter(concepts: readonly Concept[]): readonly Letter[] {
  const sorted = concepts.toSorted((one, other) => folded(one.name).localeCompare(folded(other.name), 'en'));
  const letters = new Map<string, Concept[]>();
  for (const concept of sorted) {
    const first = folded(concept.name).charAt(0).toUpperCase();
    const letter = /\p{L}/u.test(first) ? first : '#';
    const own = letters.get(letter);
    if (own) own.push(concept);
    else letters.set(letter, [concept]);
  }
  return [...letters].map(([letter, own]) => ({ letter, concepts: own }));
}
