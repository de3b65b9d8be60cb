import { expect, test } from 'vitest';
import type { Grade } from '#scheduling/memory.ts';
import { ContentUnavailable } from '#services/content-service.ts';
import { durableConcepts } from '#services/durable-concepts.ts';
import { ask, cardGraded } from '#services/grading.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';
import { valueOf } from '#tests/support/stores.ts';

const gradeAll = async (services: FakeServices, cards: readonly string[], grade: Grade) => {
  for (const card of cards) {
    const asked = await valueOf(ask(services, card, 1));
    await services.progress.record([cardGraded(asked, grade, 'review', 3000)], services.clock.now());
  }
};
const known = async (services: FakeServices, cards: readonly string[]) => {
  for (const days of [0, 10, 30]) {
    services.pass({ days });
    await gradeAll(services, cards, 'easy');
  }
};

test('a concept holds once two of its cards do, and no longer when one is missed', async () => {
  const services = fakeServices();
  await known(services, ['ferry-needs-two']);
  expect(await durableConcepts(services)).toEqual(new Set());
  const both = fakeServices();
  await known(both, ['ferry-needs-two', 'reply-is-lost']);
  expect(await durableConcepts(both)).toEqual(new Set(['crossing']));
  both.pass({ days: 1 });
  await gradeAll(both, ['reply-is-lost'], 'again');
  expect(await durableConcepts(both)).toEqual(new Set());
});

test('a card that the deck no longer holds counts for nothing', async () => {
  const services = fakeServices();
  await known(services, ['ferry-needs-two', 'gone']);
  expect(await durableConcepts(services)).toEqual(new Set());
});

test('nothing holds where the log or the deck cannot be read', async () => {
  const services = fakeServices();
  await known(services, ['ferry-needs-two', 'reply-is-lost']);
  const deck = () => Promise.reject(new ContentUnavailable('cards.json'));
  expect(await durableConcepts({ ...services, content: { ...services.content, deck } })).toEqual(new Set());
  services.breakStorage({ kind: 'lost' });
  expect(await durableConcepts(services)).toEqual(new Set());
});
