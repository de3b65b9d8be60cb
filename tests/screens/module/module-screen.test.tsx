// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { moduleScreen } from '#screens/module/module-screen.tsx';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { valueOf } from '#tests/support/stores.ts';

afterEach(cleanup);

const show = async (services: FakeServices = fakeServices()) => {
  await renderScreen(moduleScreen, { module: '9.1' }, services);
  return services;
};
const record = (services: FakeServices, ...bodies: EventBody[]) =>
  act(async () => void (await valueOf(services.progress.record(bodies, services.clock.now()))));

test('there is no page for a module that is not in the track', async () => {
  expect(await moduleScreen.load({ module: '9.9' }, fixtureContent())).toBeUndefined();
});

test('a module says what one can do afterwards, and what stands around its sections', async () => {
  await show();
  expect(screen.getByRole('heading', { level: 1, name: '9.1 Crossing' })).toBeTruthy();
  for (const name of [
    'Afterwards you can',
    'Key concepts',
    'A ferry in fog',
    'Often said, and better said',
    'To take along',
    'Further reading',
    'Sources',
  ]) {
    expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy();
  }
  expect(screen.getByRole('link', { name: 'Crossing' }).getAttribute('href')).toBe('/concepts/crossing/');
});

test('only what the page itself cites is numbered and listed', async () => {
  const content = fixtureContent((fixture) => {
    const [book] = fixture.sources;
    const [block] = fixture.section.screens[0]?.blocks ?? [];
    if (!book || block?.kind !== 'paragraph') throw new Error('the fixture has changed');
    fixture.sources.push({ ...book, id: 'locks-2001', title: 'On Locks' });
    block.text += ' So do ships [@locks-2001].';
  });
  expect((await content.module('9.1'))?.sources.map(({ id }) => id)).toContain('locks-2001');
  await show(fakeServices(content));
  const list = screen.getByRole('heading', { name: 'Sources' }).parentElement as HTMLElement;
  expect(list.textContent).toContain('The Harbour Book!');
  expect(list.textContent).not.toContain('On Locks');
});

test('the main action is the first section that is not read, also before the log was', async () => {
  const services = fakeServices();
  services.breakStorage({ kind: 'lost' });
  await show(services);
  expect(screen.getByRole('link', { name: 'Read: Two harbours' }).getAttribute('href')).toBe(
    '/learn/9.1/two-harbours/',
  );
});

test('sections are marked as they are opened and read, and the check is next once all are', async () => {
  const services = await show();
  await record(services, { kind: 'sectionReached', section: 'two-harbours', module: '9.1', screen: 1 });
  expect(await screen.findByText('open')).toBeTruthy();
  await record(services, { kind: 'sectionRead', section: 'two-harbours', module: '9.1' });
  expect(await screen.findByText('read')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Take the check' }).getAttribute('href')).toBe('/check/9.1/');
});

test('an outline says that it has no sections yet, and offers none', async () => {
  const content = fixtureContent((fixture) => void (fixture.module.status = 'outline'));
  await show(fakeServices(content));
  expect(screen.getByText(/not written yet/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Read:|Take the check/ })).toBeNull();
});
