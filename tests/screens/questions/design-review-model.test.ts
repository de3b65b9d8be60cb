import { expect, test } from 'vitest';
import { createDesignReviewModel } from '#screens/questions/design-review-model.ts';
import { fakeServices, type FakeServices } from '#tests/support/fake-services.tsx';
import { valueOf } from '#tests/support/stores.ts';

const settle = () => new Promise((done) => setTimeout(done, 0));

async function open(services: FakeServices = fakeServices()) {
  const model = createDesignReviewModel(services);
  const stop = model.watch();
  await settle();
  return { services, model, stop };
}
const events = async (services: FakeServices) => valueOf(services.progress.events());

test('where there is nothing yet, an empty form is open, and an empty form is not written', async () => {
  const { services, model } = await open();
  expect(model.state.value.draft).toMatchObject({ system: '', answers: {} });
  expect(await model.save()).toBe(true);
  expect(await events(services)).toEqual([]);
});

test('a save writes what was answered, once', async () => {
  const { services, model } = await open();
  model.nameSystem(' Checkout ');
  model.answer('what-if-fog', 'We wait.');
  model.answer('what-if-ice', '  ');
  expect(model.isSaved.value).toBe(false);
  await Promise.all([model.save(), model.save()]);
  expect(model.isSaved.value).toBe(true);
  expect(await events(services)).toMatchObject([
    { kind: 'designReviewSaved', system: 'Checkout', answers: { 'what-if-fog': 'We wait.' } },
  ]);
});

test('what is typed while a save is under way is not taken for saved', async () => {
  const { services, model } = await open();
  model.nameSystem('Checkout');
  const saving = model.save();
  await Promise.resolve();
  model.nameSystem('Checkout and payments');
  await saving;
  expect(model.isSaved.value).toBe(false);
  await model.save();
  expect(await events(services)).toHaveLength(2);
});

test('leaving the screen saves what is open', async () => {
  const { services, model, stop } = await open();
  model.nameSystem('Checkout');
  stop();
  await settle();
  expect(await events(services)).toHaveLength(1);
});

test('several reviews are kept, the newest first', async () => {
  const { services, model } = await open();
  model.nameSystem('Checkout');
  await model.close();
  services.pass({ ms: 1000 });
  model.begin();
  model.nameSystem('Search');
  await model.close();
  await settle();
  expect(model.state.value.draft).toBeNull();
  expect(model.state.value.kept?.map(({ system }) => system)).toEqual(['Search', 'Checkout']);
});

test('a review that cannot be saved stays open until it can', async () => {
  const { services, model } = await open();
  model.nameSystem('Checkout');
  services.breakStorage({ kind: 'quota' });
  await model.close();
  expect(model.state.value).toMatchObject({ draft: { system: 'Checkout' }, fault: { kind: 'quota' } });
  services.breakStorage(null);
  await model.retry();
  expect(model.state.value.fault).toBeNull();
  expect(model.isSaved.value).toBe(true);
});

test('a deleted review is gone from the list', async () => {
  const { model } = await open();
  model.nameSystem('Checkout');
  await model.close();
  await settle();
  const review = model.state.value.kept?.[0]?.review ?? '';
  expect(await model.remove(review)).toBe(true);
  await settle();
  expect(model.state.value.kept).toEqual([]);
});

test('where nothing can be read, one can still write', async () => {
  const services = fakeServices();
  services.breakStorage({ kind: 'denied' });
  const { model } = await open(services);
  expect(model.state.value).toMatchObject({ kept: [], draft: { system: '' }, fault: { kind: 'denied' } });
});
