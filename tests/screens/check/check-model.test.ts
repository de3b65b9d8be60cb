import { beforeEach, expect, test } from 'vitest';
import type { CheckBank } from '#content/compiled.ts';
import type { Confidence } from '#assessment/response.ts';
import { majorOf } from '#content/revision.ts';
import { ask, cardGraded } from '#services/grading.ts';
import { studyDay } from '#services/settings.ts';
import { createCheckModel, type CheckModel } from '#screens/check/check-model.ts';
import { draftOf } from '#screens/check/draft.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { responseTo } from '#tests/support/responses.ts';
import { valueOf } from '#tests/support/stores.ts';

let services: FakeServices;
let bank: CheckBank;
let model: CheckModel;

const load = async () => {
  const found = await services.content.check('9.1');
  if (!found) throw new Error('The fixture has no check.');
  bank = found;
  model = createCheckModel(services, bank);
  await model.load('');
};
beforeEach(async () => {
  services = fakeServices();
  await load();
});

const openItem = () => {
  const { open } = model.state.value;
  if (!open) throw new Error('No item is open.');
  return open.item;
};
const settled = () => new Promise((resolve) => setTimeout(resolve));
const give = async (isRight: boolean, confidence: Confidence = 'think') => {
  const item = openItem();
  model.change(draftOf(item.kind === 'multiple' && !isRight ? wrongPicks(item) : responseTo(item, isRight)));
  model.answer(confidence);
  await settled();
  return item;
};
/** As many as are right, one of them wrong. */
const wrongPicks = (item: Extract<CheckBank['items'][number], { kind: 'multiple' }>) => {
  const right = item.options.filter((option) => option.isRight).map(({ id }) => id);
  const wrong = item.options.filter((option) => !option.isRight).map(({ id }) => id);
  return { kind: 'multiple', chosen: [...right.slice(1), ...wrong.slice(0, 1)] } as const;
};
const answerAll = async (isRight: (index: number) => boolean) => {
  for (let index = 0; index < 10; index++) {
    await give(isRight(index));
    model.next();
  }
};
const log = () => valueOf(services.progress.events());
const kinds = async () => (await log()).map(({ kind }) => kind);

test('a check begins with ten items drawn, and says which in the log', async () => {
  model.begin();
  await settled();
  const [started] = await log();
  expect(started).toMatchObject({ kind: 'checkStarted', module: '9.1', items: model.state.value.attempt?.items });
  expect(model.state.value.attempt?.items).toHaveLength(10);
  expect(openItem().id).toBe(model.state.value.attempt?.items[0]);
});

test('nothing is answered before there is an answer to give', async () => {
  services = fakeServices(
    fixtureContent((fixture) => void (fixture.items = fixture.items.filter(({ kind }) => kind === 'single'))),
  );
  await load();
  model.begin();
  model.answer('sure');
  await settled();
  expect(await kinds()).toEqual(['checkStarted']);
});

test('a miss introduces the card and brings it back tomorrow', async () => {
  model.begin();
  const item = await give(false, 'sure');
  expect(model.state.value.open?.comesBack).toBe('tomorrow');
  const row = await valueOf(services.progress.row('card', item.card));
  expect(row).toMatchObject({ dueDay: studyDay(services.clock.now()) + 1, isSureAndWrong: true, reps: 1 });
});

test('a right answer leaves a card alone that was never learned', async () => {
  model.begin();
  const item = await give(true, 'sure');
  expect((await log()).at(-1)).toMatchObject({ kind: 'checkAnswered', isRight: true, outcome: null });
  expect(await valueOf(services.progress.row('card', item.card))).toBeUndefined();
});

test('a right answer grades a card that is due Good, unless it was a guess', async () => {
  const { cards } = await services.content.deck();
  const card = cards.find(({ id }) => id === bank.items[0]?.card);
  if (!card) throw new Error('The item names no card.');
  const asked = await valueOf(ask(services, card.id, majorOf(card)));
  await services.progress.record([cardGraded(asked, 'good', 'recall', 1000)], services.clock.now());
  services.pass({ days: 400 });
  model.begin();
  await give(true, 'guess');
  model.next();
  await give(true, 'think');
  const outcomes = (await log()).flatMap((event) => ('outcome' in event ? [event.outcome?.grade ?? null] : []));
  expect(outcomes).toEqual([null, 'good']);
});

test('the tenth answer and the end of the check are one write', async () => {
  model.begin();
  await answerAll((index) => index !== 3);
  const written = await log();
  const [answer, end] = written.slice(-2);
  expect(answer?.kind).toBe('checkAnswered');
  expect(end).toMatchObject({ kind: 'checkFinished', right: 9, of: 10, passed: true, at: answer?.at });
  expect(model.state.value.attempt?.result).toMatchObject({ right: 9, passed: true });
  expect(model.state.value.open).toBeNull();
});

test('a check that was left goes on where it was, shuffled as before', async () => {
  model.begin();
  await give(true);
  model.next();
  const before = model.state.value.open;
  await load();
  expect(model.state.value.open).toBeNull();
  model.resume();
  expect(model.state.value.open).toEqual(before);
});

test('coming back to an answered item shows it as it was answered', async () => {
  model.begin();
  const item = await give(false, 'guess');
  const place = model.place.value;
  expect(place).toBe(item.id);
  const before = model.state.value.open;
  await load();
  await model.load(place);
  await settled();
  expect(model.state.value.open).toMatchObject({
    item,
    draft: before?.draft,
    given: before?.given,
    comesBack: 'tomorrow',
  });
});

test('a result has an address of its own, and no address at all leads back to the start', async () => {
  model.begin();
  await answerAll(() => true);
  const place = model.place.value;
  await load();
  await model.load(place);
  expect(model.state.value.attempt?.result?.right).toBe(10);
  model.openPlace('');
  expect(model.state.value.attempt).toBeNull();
});

test('no address leads away from an open item', async () => {
  model.begin();
  const item = openItem();
  model.openPlace('main');
  model.openPlace('');
  expect(openItem()).toBe(item);
});

test('after a miss another item of the same objective is offered, and leaves no trace', async () => {
  model.begin();
  const missed = await give(false);
  const before = await kinds();
  const variant = model.variant();
  if (!variant) throw new Error('No variant was offered.');
  expect(variant.objective).toBe(missed.objective);
  expect(model.state.value.attempt?.items).not.toContain(variant.id);
  model.askVariant(variant);
  model.change(draftOf(responseTo(variant, false)));
  model.answer('sure');
  model.answerVariant();
  await settled();
  expect(model.state.value.open?.given?.isRight).toBe(false);
  expect(model.variant()?.id).not.toBe(variant.id);
  model.next();
  expect(openItem().id).toBe(model.state.value.attempt?.items[1]);
  expect(await kinds()).toEqual(before);
});

test('a right answer is offered no variant', async () => {
  model.begin();
  await give(true);
  expect(model.variant()).toBeNull();
});

test('what cannot be written is kept, and is written in order when it can be', async () => {
  model.begin();
  await settled();
  services.breakStorage({ kind: 'quota' });
  const first = await give(true);
  model.next();
  const second = await give(false);
  expect(model.state.value).toMatchObject({ fault: { kind: 'quota' }, unkept: 2 });
  services.breakStorage(null);
  await model.retry();
  expect(model.state.value).toMatchObject({ fault: null, unkept: 0 });
  const answers = (await log()).flatMap((event) => ('item' in event ? [event.item] : []));
  expect(answers).toEqual([first.id, second.id]);
});

test('where nothing can be kept, the check can be taken all the same', async () => {
  services.breakStorage({ kind: 'denied' });
  await load();
  model.begin();
  await answerAll(() => true);
  expect(model.state.value.attempt?.result).toMatchObject({ right: 10, passed: true });
  expect(model.state.value.fault).toEqual({ kind: 'denied' });
});

test('a retake asks first what was not asked yet', async () => {
  model.begin();
  await answerAll(() => true);
  const first = new Set(model.state.value.attempt?.items);
  services.pass({ days: 1 });
  model.begin();
  const again = model.state.value.attempt?.items ?? [];
  expect(model.state.value.attempt?.answers).toEqual([]);
  expect(again.filter((item) => first.has(item)).length).toBeLessThan(5);
});

test('an attempt whose last items have left the bank ends with what was answered', async () => {
  model.begin();
  const items = model.state.value.attempt?.items ?? [];
  await give(true);
  bank = { ...bank, items: bank.items.filter(({ id }) => id === items[0]) };
  model = createCheckModel(services, bank);
  await model.load('');
  model.resume();
  await settled();
  expect(model.state.value.attempt?.result).toMatchObject({ right: 1, of: 1, passed: false });
  expect((await kinds()).at(-1)).toBe('checkFinished');
});
