import { expect, test } from 'vitest';
import type { Services } from '#services/services.ts';
import { createReaderModel, stepOfBlock } from '#screens/reader/reader-model.ts';
import { todaysQueue } from '#services/todays-queue.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';
import { holdWrites } from '#tests/support/held-writes.ts';
import { valueOf } from '#tests/support/stores.ts';

const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
};
const readerOf = async (services: Services) => {
  const content = await services.content.module('9.1');
  const section = content?.sections[0];
  if (!content || !section) throw new Error('The fixture has a section.');
  return { model: createReaderModel(services, content, section), section };
};
const opened = async (services: Services, block: string | null = null) => {
  const { model, section } = await readerOf(services);
  await model.load(block);
  await settle();
  return { model, section };
};
const kinds = async (services: FakeServices) => (await valueOf(services.progress.events())).map(({ kind }) => kind);
const place = async (services: FakeServices) =>
  (await valueOf(services.progress.row('section', 'two-harbours')))?.screen;

test('a first visit begins with the guess, and is noted', async () => {
  const services = fakeServices();
  const { model } = await opened(services);
  expect(model.step.value.kind).toBe('guess');
  expect(await kinds(services)).toEqual(['sectionReached']);
});

test('the place is kept, and a section that was read starts over', async () => {
  const services = fakeServices();
  const { model } = await opened(services);
  model.forward();
  model.forward();
  await settle();
  expect((await opened(services)).model.state.value.at).toBe(2);
  model.finish();
  await settle();
  expect((await opened(services)).model.state.value).toMatchObject({ at: 0, isRead: true });
});

test('a named block opens its screen; a name that is not in the text leaves the place alone', async () => {
  const services = fakeServices();
  const { model, section } = await opened(services, 'what-to-watch');
  expect(model.state.value.at).toBe(2);
  expect(stepOfBlock(section, 'nowhere')).toBe(-1);
  model.back();
  model.showBlock('source-harbour-1999');
  model.showBlock('main');
  expect(model.state.value.at).toBe(1);
  model.showBlock('depths');
  expect(model.state.value.at).toBe(2);
});

test('a link inside a section that was read does not throw the reader back to its start', async () => {
  const services = fakeServices();
  await services.progress.record(
    [{ kind: 'sectionRead', section: 'two-harbours', module: '9.1' }],
    services.clock.now(),
  );
  const { model } = await opened(services);
  model.forward();
  model.showBlock('source-harbour-1999');
  await settle();
  expect(model.state.value.at).toBe(1);
});

test('whoever goes on before the log was read stays where they went, and keeps their guess', async () => {
  const services = fakeServices();
  const { model } = await readerOf(services);
  const loading = model.load(null);
  model.guess('one');
  model.forward();
  await loading;
  await settle();
  expect(model.state.value).toMatchObject({ at: 1, choices: { guess: 'one' } });
  expect(await place(services)).toBe(1);
});

test('recall prompts introduce their cards', async () => {
  const services = fakeServices();
  const { model } = await opened(services);
  await model.recall('ferry-needs-two', 1, 'good', 1000);
  await model.recall('reply-is-lost', 1, 'again', 1000);
  model.finish();
  await settle();
  const { rows, today, entries } = await valueOf(todaysQueue(services));
  expect(rows.get('ferry-needs-two')).toMatchObject({ reps: 1, introducedDay: today });
  expect(rows.get('reply-is-lost')).toMatchObject({ reps: 1, dueDay: today + 1 });
  expect(entries).toEqual([]);
});

test('a prompt is graded once, however often its button is tapped', async () => {
  const services = fakeServices();
  const { model } = await opened(services);
  void model.recall('ferry-needs-two', 1, 'good', 1000);
  void model.recall('ferry-needs-two', 1, 'good', 1000);
  await settle();
  expect(model.state.value.recalled).toHaveLength(1);
  expect((await kinds(services)).filter((kind) => kind === 'cardGraded')).toHaveLength(1);
});

test('a section is read once a sitting, also by who goes back from its end', async () => {
  const services = fakeServices();
  const { model } = await opened(services);
  model.goTo(3);
  for (const card of ['ferry-needs-two', 'reply-is-lost']) await model.recall(card, 1, 'good', 1000);
  model.finish();
  model.back();
  expect(model.step.value).toMatchObject({ kind: 'screen', screen: { id: 'on-the-water' } });
  model.forward();
  model.finish();
  await settle();
  expect(model.step.value.kind).toBe('end');
  expect((await kinds(services)).filter((kind) => kind === 'sectionRead')).toHaveLength(1);
});

test('what fails to be written is kept in order, and written once when it can be', async () => {
  const services = fakeServices();
  const { model } = await opened(services);
  services.breakStorage({ kind: 'quota' });
  model.guess('two');
  model.forward();
  await model.recall('ferry-needs-two', 1, 'good', 1000);
  model.finish();
  await settle();
  expect(model.state.value.fault).toEqual({ kind: 'quota' });
  expect(await kinds(services).catch(() => [])).toEqual([]);
  services.pass({ ms: 9000 });
  services.breakStorage(null);
  void model.retry();
  void model.retry();
  await settle();
  expect(model.state.value.fault).toBeNull();
  const events = await valueOf(services.progress.events());
  expect(events.map(({ kind }) => kind)).toEqual([
    'sectionReached',
    'promptAnswered',
    'sectionReached',
    'cardGraded',
    'sectionRead',
  ]);
  expect(new Set(events.map(({ at }) => at)).size).toBe(1);
});

test('a fault is not forgotten because something else could be written', async () => {
  const services = fakeServices();
  const failing = { once: true };
  const record: typeof services.progress.record = async (bodies, time) => {
    const isFirst = failing.once && bodies.some(({ kind }) => kind === 'promptAnswered');
    if (isFirst) failing.once = false;
    return isFirst ? { ok: false, fault: { kind: 'lost' } } : services.progress.record(bodies, time);
  };
  const { model } = await opened({ ...services, progress: { ...services.progress, record } });
  model.guess('two');
  await settle();
  expect(model.state.value.fault).toEqual({ kind: 'lost' });
  model.forward();
  await settle();
  expect(model.state.value.fault).toBeNull();
  expect(await kinds(services)).toEqual(['sectionReached', 'promptAnswered', 'sectionReached']);
});

test('a place that could not be read is read on request', async () => {
  const services = fakeServices();
  const before = await opened(services);
  before.model.forward();
  await settle();
  services.breakStorage({ kind: 'lost' });
  const { model } = await opened(services);
  expect(model.state.value).toMatchObject({ at: 0, fault: { kind: 'lost' }, isLoaded: true });
  services.breakStorage(null);
  await model.retry();
  expect(model.state.value).toMatchObject({ at: 1, fault: null });
});

test('writes follow each other, so that the last place is the one that is kept', async () => {
  const services = fakeServices();
  const held = holdWrites(services);
  const { model } = await opened(held.services);
  held.hold();
  model.forward();
  model.forward();
  model.back();
  held.letThrough();
  await settle();
  expect(await place(services)).toBe(1);
});
