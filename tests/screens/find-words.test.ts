import { expect, test } from 'vitest';
import { folded, hasWordBeginning, wordsIn } from '#screens/find-words.ts';

test('accents, capitals, curly apostrophes and long dashes make no difference', () => {
  expect(folded('Café — Brewer’s')).toBe("cafe - brewer's");
});

test('blanks are no words', () => {
  expect(wordsIn('  Leader   election ')).toEqual(['leader', 'election']);
  expect(wordsIn('   ')).toEqual([]);
});

test('a word is found by its beginning, not by its middle', () => {
  expect(hasWordBeginning('single-leader replication', 'lead')).toBe(true);
  expect(hasWordBeginning('single-leader replication', 'eader')).toBe(false);
  expect(hasWordBeginning('unlease a lease', 'lease')).toBe(true);
  expect(hasWordBeginning('unlease', 'lease')).toBe(false);
});
