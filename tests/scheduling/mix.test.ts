import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MixedCard, mixed } from '#scheduling/mix.ts';

const CONCEPTS = ['lease', 'lock', 'quorum', 'clock', 'gossip'];
const concept = fc.constantFrom(...CONCEPTS);
const cards = fc
  .array(concept, { maxLength: 40 })
  .map((concepts) => concepts.map((name, index) => ({ card: `${name}-${index}`, concept: name })));
const lookAlikes = fc
  .array(fc.tuple(concept, concept), { maxLength: 6 })
  .map(
    (pairs) => new Map(CONCEPTS.map((name) => [name, pairs.flatMap(([one, other]) => (one === name ? [other] : []))])),
  );
const after = fc.option(concept, { nil: undefined });

const cardsOf = (letters: string): MixedCard[] =>
  [...letters].map((letter, index) => ({ card: `${letter}${index}`, concept: letter }));
const lettersOf = (order: readonly MixedCard[]): string => order.map((card) => card.concept).join('');

test('mixing loses no card and adds none', () => {
  fc.assert(
    fc.property(cards, lookAlikes, after, (given, alike, last) => {
      const names = (list: readonly MixedCard[]): string[] => list.map(({ card }) => card).sort();
      expect(names(mixed(given, alike, last))).toEqual(names(given));
    }),
  );
});

test('no concept comes twice running while a card of another concept remains', () => {
  fc.assert(
    fc.property(cards, lookAlikes, after, (given, alike, last) => {
      const order = mixed(given, alike, last);
      for (const [index, card] of order.entries()) {
        const before = index === 0 ? last : order[index - 1]?.concept;
        const doesAnotherRemain = order.slice(index).some((other) => other.concept !== before);
        if (doesAnotherRemain) expect(card.concept).not.toBe(before);
      }
    }),
    { numRuns: 1000 },
  );
});

test('no concept comes twice running at all where none holds more than half the cards', () => {
  fc.assert(
    fc.property(cards, lookAlikes, (given, alike) => {
      const most = Math.max(0, ...CONCEPTS.map((name) => given.filter((card) => card.concept === name).length));
      fc.pre(most * 2 <= given.length + 1);
      const order = mixed(given, alike);
      for (const [index, card] of order.entries()) expect(card.concept).not.toBe(order[index + 1]?.concept);
    }),
    { numRuns: 1000 },
  );
});

test('cards of one concept keep the order they were given in', () => {
  fc.assert(
    fc.property(cards, lookAlikes, after, (given, alike, last) => {
      const order = mixed(given, alike, last);
      for (const name of CONCEPTS) {
        const own = (list: readonly MixedCard[]): string[] =>
          list.flatMap((card) => (card.concept === name ? [card.card] : []));
        expect(own(order)).toEqual(own(given));
      }
    }),
  );
});

test('look-alikes stand next to each other', () => {
  const alike = new Map([
    ['a', ['d']],
    ['d', ['a']],
  ]);
  expect(lettersOf(mixed(cardsOf('abcdef'), alike))).toBe('adbcef');
  expect(lettersOf(mixed(cardsOf('aabbccdd'), alike))).toBe('adadbcbc');
});

test('without look-alikes concepts take turns', () => {
  expect(lettersOf(mixed(cardsOf('aaabbbccc'), new Map()))).toBe('abcabcabc');
});

test('a concept that holds half the cards is spread through all of them', () => {
  expect(
    lettersOf(
      mixed(
        cardsOf('bcdaaaa'),
        new Map([
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ),
  ).toBe('abacada');
});
