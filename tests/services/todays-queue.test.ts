import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import type { Grade } from '#scheduling/memory.ts';
import { ask, cardGraded } from '#services/grading.ts';
import { studyDay } from '#services/settings.ts';
import { todaysQueue } from '#services/todays-queue.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { withManyCards } from '#tests/support/many-cards.ts';
import { valueOf } from '#tests/support/stores.ts';

const sectionRead: EventBody = { kind: 'sectionRead', section: 'two-harbours', module: '9.1' };
const record = (services: FakeServices, ...bodies: EventBody[]) =>
  valueOf(services.progress.record(bodies, services.clock.now()));
const grade = async (services: FakeServices, card: string, given: Grade = 'good') =>
  record(services, cardGraded(await valueOf(ask(services, card, 1)), given, 'review', 3000));
const asked = async (services: FakeServices) => (await valueOf(todaysQueue(services))).entries.map(({ card }) => card);
const many = (count: number) => fakeServices(fixtureContent(withManyCards(count)));

test('new cards come only from sections read and concepts kept', async () => {
  const services = fakeServices();
  expect(await asked(services)).toEqual([]);
  await record(services, { kind: 'sectionReached', section: 'two-harbours', module: '9.1', screen: 1 });
  expect(await asked(services)).toEqual([]);
  await record(services, sectionRead);
  expect(new Set(await asked(services))).toEqual(new Set(['ferry-needs-two', 'reply-is-lost']));
  await record(services, { kind: 'conceptKept', concept: 'crossing' });
  expect(await asked(services)).toContain('water-is-between');
  await record(services, { kind: 'conceptDropped', concept: 'crossing' });
  expect(await asked(services)).not.toContain('water-is-between');
});

test('a puzzle that was solved adds its cards, and only those', async () => {
  const services = fakeServices();
  const solved = { moves: 3, by: 'moves', isClean: true, hints: 0, wrongClaims: 0, rung: 'alone' } as const;
  const puzzle = { kind: 'puzzleSolved', puzzle: 'silent-shop', round: 'silence' } as const;
  await record(services, { ...puzzle, ...solved, cards: ['water-is-between'] });
  expect(await asked(services)).toEqual(['water-is-between']);
});

test('ten new cards a day, those met in the reading included', async () => {
  const services = many(25);
  await record(services, sectionRead);
  expect(await asked(services)).toHaveLength(10);
  for (const card of ['watch-1', 'watch-2', 'watch-3']) await grade(services, card, 'easy');
  expect(await asked(services)).toHaveLength(7);
  for (const card of await asked(services)) await grade(services, card, 'easy');
  expect(await asked(services)).toEqual([]);
  services.pass({ days: 1 });
  expect(await asked(services)).toHaveLength(10);
});

test('a card is asked again on the day it is due, and not before', async () => {
  const services = fakeServices();
  await record(services, sectionRead);
  await grade(services, 'reply-is-lost');
  await grade(services, 'ferry-needs-two', 'again');
  expect(await asked(services)).toEqual([]);
  services.pass({ days: 1 });
  expect(await asked(services)).toEqual(['ferry-needs-two']);
  const row = await valueOf(services.progress.row('card', 'reply-is-lost'));
  services.pass({ days: (row?.dueDay ?? 0) - studyDay(services.clock.now()) });
  expect(await asked(services)).toContain('reply-is-lost');
});

test.each(['new', 'due'])(
  'a %s card that is put off is gone for the day, and one put away until it is brought back',
  async (which) => {
    const services = fakeServices();
    await record(services, sectionRead);
    if (which === 'due') {
      await grade(services, 'reply-is-lost', 'again');
      services.pass({ days: 1 });
    }
    expect(await asked(services)).toContain('reply-is-lost');
    await record(services, { kind: 'cardBuried', card: 'reply-is-lost', until: studyDay(services.clock.now()) + 1 });
    expect(await asked(services)).not.toContain('reply-is-lost');
    services.pass({ days: 1 });
    expect(await asked(services)).toContain('reply-is-lost');
    await record(services, { kind: 'cardSuspended', card: 'reply-is-lost' });
    services.pass({ days: 9 });
    expect(await asked(services)).not.toContain('reply-is-lost');
    await record(services, { kind: 'cardResumed', card: 'reply-is-lost' });
    expect(await asked(services)).toContain('reply-is-lost');
  },
);

test('a card revised in the main is new again, whenever it was due', async () => {
  const services = fakeServices(
    fixtureContent((fixture) => {
      fixture.cards = fixture.cards.map((card) =>
        card.id === 'reply-is-lost' ? { ...card, rev: '2.0', revReason: 'It was wrong.' } : card,
      );
    }),
  );
  await grade(services, 'reply-is-lost', 'easy');
  const { entries } = await valueOf(todaysQueue(services));
  expect(entries).toEqual([{ card: 'reply-is-lost', isNew: true }]);
});

test('what waits is never more than the minutes of the day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 30 }),
      async (reviewMinutes, newCards) => {
        const services = many(30);
        await record(
          services,
          sectionRead,
          { kind: 'settingChanged', name: 'reviewMinutesPerDay', value: reviewMinutes },
          { kind: 'settingChanged', name: 'newCardsPerDay', value: newCards },
        );
        const { entries, minutes } = await valueOf(todaysQueue(services));
        expect(minutes).toBeLessThanOrEqual(reviewMinutes);
        expect(minutes > 0).toBe(entries.length > 0);
        expect(entries).toHaveLength(Math.min(newCards, reviewMinutes * 3));
      },
    ),
    { numRuns: 20 },
  );
});

test('a store that cannot be read is a fault', async () => {
  const services = fakeServices();
  services.breakStorage({ kind: 'blocked' });
  expect(await todaysQueue(services)).toEqual({ ok: false, fault: { kind: 'blocked' } });
});
