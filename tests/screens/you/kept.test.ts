import { expect, test } from 'vitest';
import { countDurable, keptConcepts } from '#screens/you/kept.ts';
import { fixtureContent } from '#tests/support/fixture-content.ts';

const content = fixtureContent();
const kept = async (introduced: readonly string[], durable: readonly string[]) => {
  const [track, deck] = await Promise.all([content.track(), content.deck()]);
  return keptConcepts(track, deck.concepts, new Set(introduced), new Set(durable));
};

test('a key concept is new, then learned, then durable', async () => {
  expect((await kept([], [])).ten).toEqual([{ id: 'crossing', name: 'Crossing', state: 'new' }]);
  expect((await kept(['crossing'], [])).ten[0]?.state).toBe('learning');
  expect(countDurable((await kept(['crossing'], ['crossing'])).ten)).toBe(1);
});

test('of the concepts below, the durable are listed and those in learning are counted', async () => {
  expect(await kept(['bridge'], [])).toMatchObject({ below: [], learningBelow: 1 });
  expect(await kept(['bridge'], ['bridge'])).toMatchObject({ below: [{ id: 'bridge' }], learningBelow: 0 });
});
