import type { Fixture } from '#tests/content/fixture.ts';

/** The ids of cards that `withManyCards` adds. */
export const cardIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `watch-${index + 1}`);

/** Replaces the fixture's cards by some of one section, each with its own question. */
export const withManyCards = (count: number) => (fixture: Fixture) => {
  fixture.cards = cardIds(count).map((id) => ({
    id,
    concept: 'crossing',
    paragraph: 'two-harbours#two-are-enough',
    sources: [],
    angle: 'why' as const,
    prompt: `Question of ${id}?`,
    answer: `Answer of ${id}.`,
  }));
  fixture.section.recall = cardIds(2).slice();
};
