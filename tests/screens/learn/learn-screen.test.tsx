// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { learnScreen } from '#screens/learn/learn-screen.tsx';
import { ContentUnavailable } from '#services/content-service.ts';
import { ask, cardGraded } from '#services/grading.ts';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { valueOf } from '#tests/support/stores.ts';

afterEach(cleanup);

const record = (services: FakeServices, ...bodies: EventBody[]) =>
  act(async () => void (await valueOf(services.progress.record(bodies, services.clock.now()))));

test('the track tells what it is about, where it leads and what to read', async () => {
  await renderScreen(learnScreen, {}, fakeServices());
  expect(screen.getByRole('heading', { level: 1, name: 'Ferries' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '9.1 Crossing' }).getAttribute('href')).toBe('/learn/9.1/');
  for (const name of ['Books', 'Papers', 'Why it is hard', 'Where it leads'])
    expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy();
  expect(screen.getByText('START')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'END' })).toBeTruthy();
  expect(screen.getByText('Leads to sailing')).toBeTruthy();
  expect(screen.getByText('Ships are safe in harbour.')).toBeTruthy();
});

test('the state of a module follows the log: open, begun, read, passed', async () => {
  const services = fakeServices();
  await renderScreen(learnScreen, {}, services);
  expect(screen.getByText(/1 sections? · open to read/)).toBeTruthy();
  await record(services, { kind: 'sectionReached', section: 'two-harbours', module: '9.1', screen: 1 });
  expect(await screen.findByText(/0 of 1 sections read/)).toBeTruthy();
  await record(services, { kind: 'sectionRead', section: 'two-harbours', module: '9.1' });
  expect(await screen.findByText(/read · the check is open/)).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('progressbar', { name: 'Read of 9.1' }).getAttribute('value')).toBe('1'));
  await record(services, { kind: 'checkStarted', attempt: 'one', module: '9.1', items: [] });
  await record(services, { kind: 'checkFinished', attempt: 'one', module: '9.1', right: 6, of: 10, passed: false });
  expect(await screen.findByText(/read · best check 6\/10/)).toBeTruthy();
  await record(services, { kind: 'checkStarted', attempt: 'two', module: '9.1', items: [] });
  await record(services, { kind: 'checkFinished', attempt: 'two', module: '9.1', right: 9, of: 10, passed: true });
  expect(await screen.findByText(/passed 9\/10/)).toBeTruthy();
});

const knownCards = async (services: FakeServices) => {
  for (const days of [0, 10, 30]) {
    services.pass({ days });
    for (const card of ['ferry-needs-two', 'reply-is-lost']) {
      await record(services, cardGraded(await valueOf(ask(services, card, 1)), 'easy', 'review', 1000));
    }
  }
};

test('a module whose key concepts hold is durable', async () => {
  const services = fakeServices();
  await knownCards(services);
  await renderScreen(learnScreen, {}, services);
  expect(await screen.findByText(/durable: every key concept holds/)).toBeTruthy();
});

test('what is read is told also where the cards cannot be had', async () => {
  const services = fakeServices();
  await record(services, { kind: 'sectionRead', section: 'two-harbours', module: '9.1' });
  const content = { ...services.content, deck: () => Promise.reject(new ContentUnavailable('cards.json')) };
  await renderScreen(learnScreen, {}, { ...services, content });
  expect(await screen.findByText(/read · the check is open/)).toBeTruthy();
});

test('a module that is only an outline says so, and has no bar to fill', async () => {
  const content = fixtureContent((fixture) => void (fixture.module.status = 'outline'));
  await renderScreen(learnScreen, {}, fakeServices(content));
  expect(screen.getByText(/concepts and cards now, sections not yet/)).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
});
