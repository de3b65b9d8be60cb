import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { grades } from '#scheduling/memory.ts';
import { createReviewModel, type ReviewModel } from '#screens/review/review-model.ts';
import { studyDay } from '#services/settings.ts';
import type { Services } from '#services/services.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { holdWrites } from '#tests/support/held-writes.ts';
import { withManyCards } from '#tests/support/many-cards.ts';
import { valueOf } from '#tests/support/stores.ts';

const sectionRead: EventBody = { kind: 'sectionRead', section: 'two-harbours', module: '9.1' };
/** Lets all that is under way come to its end. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
};

async function reviewOf(cards: number) {
  const services = fakeServices(fixtureContent(withManyCards(cards)));
  await services.progress.record([sectionRead], services.clock.now());
  return { services, model: await opened(services) };
}

async function opened(services: Services) {
  const model = createReviewModel(services);
  await model.load();
  await settle();
  return model;
}

const answer = async (model: ReviewModel, grade: (typeof grades)[number]) => {
  model.show();
  await model.grade(grade);
  await settle();
};
const open = (model: ReviewModel) => model.card.value?.id;
const waiting = (model: ReviewModel) => model.state.value.session.waiting.map(({ card }) => card);
const rows = async (services: FakeServices) =>
  new Map((await valueOf(services.progress.rows('card'))).map((row) => [row.card, row]));
const kinds = async (services: FakeServices) =>
  (await valueOf(services.progress.events())).map(({ kind }) => kind).filter((kind) => kind !== 'sectionRead');

test('a grade keeps the day that was on its button', async () => {
  const { services, model } = await reviewOf(1);
  const promised = model.state.value.asked?.dueDays.good;
  await answer(model, 'good');
  expect((await rows(services)).get('watch-1')?.dueDay).toBe(promised);
  expect(promised).toBeGreaterThan(studyDay(services.clock.now()));
});

test('a card is graded only after its answer was shown', async () => {
  const { services, model } = await reviewOf(2);
  await model.grade('good');
  expect(await kinds(services)).toEqual([]);
});

test('Again returns after three others, and counts one more answer', async () => {
  const { model } = await reviewOf(6);
  const [first, ...others] = waiting(model);
  expect(model.state.value.counts).toEqual({ at: 1, of: 6 });
  await answer(model, 'again');
  expect(model.state.value.counts).toEqual({ at: 2, of: 7 });
  expect(waiting(model)).toEqual([...others.slice(0, 3), first, ...others.slice(3)]);
});

test('Again on a sitting that is left before the card returned is due the next study day', async () => {
  const { services, model } = await reviewOf(6);
  const first = open(model) ?? '';
  await answer(model, 'again');
  expect((await rows(services)).get(first)?.dueDay).toBe(studyDay(services.clock.now()) + 1);
  services.pass({ days: 1 });
  expect(waiting(await opened(services))[0]).toBe(first);
});

test('undo brings back the exact rows and the exact sitting, step by step to its start', async () => {
  const step = fc.constantFrom(...grades, 'bury' as const, 'suspend' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(2), async (steps, daysBefore) => {
      const { services, model: before } = await reviewOf(4);
      for (let day = 0; day < daysBefore; day++) {
        for (const grade of grades) await answer(before, grade);
        services.pass({ days: 1 });
      }
      const model = await opened(services);
      const states = [{ rows: await rows(services), session: model.state.value.session }];
      for (const taken of steps) {
        if (!open(model)) break;
        if (taken === 'bury' || taken === 'suspend') await model[taken]();
        else await answer(model, taken);
        await settle();
        states.push({ rows: await rows(services), session: model.state.value.session });
      }
      for (const state of states.toReversed().slice(1)) {
        services.pass({ ms: 60_000 });
        await model.undo();
        await settle();
        expect(model.state.value.session).toEqual(state.session);
        // A card that was put off once keeps an empty row, which says the same as none.
        for (const [card, row] of await rows(services))
          expect(row).toEqual(
            state.rows.get(card) ?? {
              ...row,
              memory: null,
              dueDay: null,
              isSuspended: false,
              buriedUntil: null,
              reps: 0,
            },
          );
        expect(model.state.value.asked?.card).toBe(open(model));
      }
    }),
    { numRuns: 25 },
  );
});

test('undo reaches beyond the sitting, grade by grade', async () => {
  const { services, model } = await reviewOf(2);
  const [first, second] = waiting(model);
  await answer(model, 'good');
  await answer(model, 'easy');
  services.pass({ days: 1 });
  const later = await opened(services);
  expect(open(later)).toBeUndefined();
  await later.undo();
  await settle();
  expect(open(later)).toBe(second);
  await later.undo();
  await settle();
  expect(waiting(later)).toEqual([first, second]);
  expect([...(await rows(services)).values()].every(({ memory }) => memory === null)).toBe(true);
  await later.undo();
  await settle();
  expect(waiting(later)).toEqual([first, second]);
  await answer(later, 'good');
  expect(open(later)).toBe(second);
});

test('a grade of yesterday night is taken back from yesterday', async () => {
  const { services, model } = await reviewOf(1);
  // Noon in Berlin: the study day ends sixteen hours later.
  services.pass({ ms: 16 * 3_600_000 - 1000 });
  const late = await opened(services);
  await answer(late, 'good');
  services.pass({ ms: 2000 });
  await late.undo();
  await settle();
  expect((await rows(services)).get('watch-1')?.memory ?? null).toBeNull();
  expect((await valueOf(services.progress.rows('day'))).every(({ graded }) => graded === 0)).toBe(true);
  expect(model.state.value.fault).toBeNull();
});

test('two taps on Undo take back two steps at most once each', async () => {
  const { services, model } = await reviewOf(2);
  await answer(model, 'good');
  const later = await opened(services);
  void later.undo();
  void later.undo();
  await settle();
  expect((await kinds(services)).filter((kind) => kind === 'gradeUndone')).toHaveLength(1);
});

test('a second grade waits for the first write, and the counter for the commit', async () => {
  const { services: inner } = await reviewOf(3);
  const held = holdWrites(inner);
  const model = await opened(held.services);
  const [first, second] = waiting(model);
  held.hold();
  model.show();
  void model.grade('good');
  await settle();
  expect(open(model)).toBe(second);
  expect(model.state.value.counts.at).toBe(1);
  model.show();
  await model.grade('good');
  await model.bury();
  await model.undo();
  expect(open(model)).toBe(second);
  held.letThrough();
  await settle();
  expect(model.state.value.counts.at).toBe(2);
  expect([...(await rows(inner)).keys()]).toEqual([first]);
});

test('a failed write keeps the answer, says so, and is made up for once', async () => {
  const { services, model } = await reviewOf(3);
  const [first, second] = waiting(model);
  const { at } = services.clock.now();
  model.show();
  services.breakStorage({ kind: 'quota' });
  await model.grade('good');
  await settle();
  expect(model.state.value.fault).toEqual({ kind: 'quota' });
  expect(model.state.value.counts.at).toBe(1);
  expect(open(model)).toBe(second);
  services.pass({ ms: 5000 });
  await model.retry();
  expect(model.state.value.fault).toEqual({ kind: 'quota' });
  services.breakStorage(null);
  void model.retry();
  void model.retry();
  await settle();
  expect(model.state.value).toMatchObject({ fault: null, isWriting: false, counts: { at: 2 } });
  const graded = (await valueOf(services.progress.events())).filter(({ kind }) => kind === 'cardGraded');
  expect(graded).toMatchObject([{ card: first, at }]);
  expect(model.state.value.asked?.card).toBe(second);
});

test('what cannot be read at the start is read on request', async () => {
  const { services } = await reviewOf(2);
  services.breakStorage({ kind: 'blocked' });
  const model = await opened(services);
  expect(model.state.value).toMatchObject({ queue: null, fault: { kind: 'blocked' } });
  services.breakStorage(null);
  await model.retry();
  await settle();
  expect(model.state.value.fault).toBeNull();
  expect(model.state.value.asked?.card).toBe(open(model));
});

test('a promise that could not be read is read on request, and the fault goes', async () => {
  const { services, model } = await reviewOf(2);
  const failing = { on: false };
  const dueCounts: typeof services.progress.dueCounts = async (...span) =>
    failing.on ? { ok: false, fault: { kind: 'lost' } } : services.progress.dueCounts(...span);
  const shaky = await opened({ ...services, progress: { ...services.progress, dueCounts } });
  failing.on = true;
  await answer(shaky, 'good');
  expect(shaky.state.value).toMatchObject({ asked: null, fault: { kind: 'lost' }, counts: { at: 2 } });
  failing.on = false;
  await shaky.retry();
  await settle();
  expect(shaky.state.value.fault).toBeNull();
  await answer(shaky, 'good');
  expect(open(shaky)).toBeUndefined();
  expect(model.state.value.fault).toBeNull();
});

test('words that could not be saved are saved on request, and are the card’s from then on', async () => {
  const { services, model } = await reviewOf(1);
  services.breakStorage({ kind: 'quota' });
  await model.reword('In my words?', 'Yes.');
  expect(model.state.value.fault).toEqual({ kind: 'quota' });
  services.breakStorage(null);
  await model.retry();
  await settle();
  expect(await kinds(services)).toEqual(['cardReworded']);
  const card = model.card.value;
  expect(card && model.wordsOf(card)).toMatchObject({ prompt: 'In my words?', answer: 'Yes.' });
  await model.reword('', '');
  await settle();
  expect(card && model.wordsOf(card).prompt).toBe('Question of watch-1?');
});

test('a card put off or put away leaves the sitting, and undo brings it back', async () => {
  const { services, model } = await reviewOf(2);
  const [first, second] = waiting(model);
  expect(await model.bury()).toBe(true);
  expect(await model.suspend()).toBe(true);
  expect(await model.suspend()).toBe(false);
  expect(open(model)).toBeUndefined();
  await settle();
  await model.undo();
  await settle();
  expect(open(model)).toBe(second);
  await model.undo();
  await settle();
  expect(waiting(model)).toEqual([first, second]);
  expect(waiting(await opened(services))).toEqual([first, second]);
});
