// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { conceptScreen } from '#screens/concepts/concept-screen.tsx';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { valueOf } from '#tests/support/stores.ts';

afterEach(cleanup);

const show = async (services: FakeServices = fakeServices(), concept = 'crossing') => {
  await renderScreen(conceptScreen, { concept }, services);
  return services;
};
const record = (services: FakeServices, ...bodies: EventBody[]) =>
  services.progress.record(bodies, services.clock.now());
const kinds = async (services: FakeServices) => (await valueOf(services.progress.events())).map(({ kind }) => kind);
const press = async (name: string) => {
  await waitFor(() => expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBeNull());
  fireEvent.click(screen.getByRole('button', { name }));
};

test('there is no page for a concept that is not in the track', async () => {
  expect(await conceptScreen.load({ concept: 'submarine' }, fixtureContent())).toBeUndefined();
});

test('the page says what the concept is, what it is taken for and what hangs below it', async () => {
  await show();
  expect(screen.getByRole('heading', { level: 1, name: 'Crossing' })).toBeTruthy();
  expect(screen.getByText('Going over water')).toBeTruthy();
  expect(document.getElementById('water-between')?.textContent).toBe('There is water between.');
  expect(screen.getByText('A bridge is dry.')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: 'Bridge' }).map((link) => link.getAttribute('href'))).toEqual([
    '/concepts/bridge/',
    '/concepts/bridge/',
  ]);
  expect(screen.getByText('Also: passage')).toBeTruthy();
});

test('a concept below another leads up to it', async () => {
  await show(fakeServices(), 'bridge');
  expect(screen.getByRole('link', { name: 'Crossing' }).getAttribute('href')).toBe('/concepts/crossing/');
});

test('sources are listed with how near they are to the facts', async () => {
  const content = fixtureContent(
    (fixture) => void fixture.concepts[0]?.explanation.push({ id: 'deep', text: 'It is deep [@harbour-1999].' }),
  );
  await show(fakeServices(content));
  expect(screen.getByText('The Harbour Book!')).toBeTruthy();
  expect(screen.getByText('primary')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Source 1' }).getAttribute('href')).toBe('#source-harbour-1999');
});

test('it leads to the sections that teach it and the check that asks it', async () => {
  await show();
  expect((await screen.findByRole('link', { name: /9.1 Two harbours/ })).getAttribute('href')).toBe(
    '/learn/9.1/two-harbours/',
  );
  expect(await screen.findByText(/23 questions ask about it/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'the check of 9.1' }).getAttribute('href')).toBe('/check/9.1/');
});

test('its cards ask, and answer only when asked to', async () => {
  await show();
  expect(await screen.findByText('3 new')).toBeTruthy();
  const card = screen.getByText('North hears nothing. What was lost?').closest('li');
  const answer = card?.querySelector('details');
  expect(answer?.open).toBe(false);
  expect(answer?.textContent).toContain('The letter or the reply.');
  const cloze = screen.getByText(/A crossing needs/, { selector: 'li > p' });
  expect(cloze.textContent).not.toContain('two');
});

test('keeping it brings its cards to the reviews; it can be let go', async () => {
  const services = await show();
  expect(await screen.findByText('3 new cards join your reviews, a few a day.')).toBeTruthy();
  await press('Keep this concept');
  const stop = await screen.findByRole('button', { name: 'Stop keeping it' });
  await waitFor(() => expect(document.activeElement).toBe(stop));
  expect(await kinds(services)).toEqual(['conceptKept']);
  await press('Stop keeping it');
  await screen.findByRole('button', { name: 'Keep this concept' });
  expect(await kinds(services)).toEqual(['conceptKept', 'conceptDropped']);
});

test('a concept without cards offers nothing to keep, also before the log was read', async () => {
  const services = fakeServices(fixtureContent((fixture) => void (fixture.cards = [])));
  services.breakStorage({ kind: 'lost' });
  await show(services);
  expect(screen.queryByRole('button', { name: 'Keep this concept' })).toBeNull();
});

test('where its cards already come, there is nothing to keep', async () => {
  const content = fixtureContent(
    (fixture) => void (fixture.cards = fixture.cards.filter(({ paragraph }) => !paragraph.startsWith('concept/'))),
  );
  const services = fakeServices(content);
  await record(services, { kind: 'sectionRead', section: 'two-harbours', module: '9.1' });
  await show(services);
  await screen.findByText('2 new');
  expect(screen.queryByRole('button', { name: 'Keep this concept' })).toBeNull();
});

test('a card that was put away can be brought back', async () => {
  const services = fakeServices();
  await record(services, { kind: 'cardSuspended', card: 'reply-is-lost' });
  await show(services);
  expect(await screen.findByText('put away: it is not asked')).toBeTruthy();
  fireEvent.click(screen.getByText('Bring it back'));
  await waitFor(() => expect(screen.queryByText('put away: it is not asked')).toBeNull());
  expect(await kinds(services)).toEqual(['cardSuspended', 'cardResumed']);
});

test('what could not be saved is told, and saved when it can be', async () => {
  const services = await show();
  await screen.findByText('3 new');
  services.breakStorage({ kind: 'quota' });
  await press('Keep this concept');
  await screen.findByText(/no room left/, { selector: 'div' });
  expect(screen.getByRole('button', { name: 'Keep this concept' })).toBeTruthy();
  services.breakStorage(null);
  await press('Try again');
  await screen.findByRole('button', { name: 'Stop keeping it' });
  expect(await kinds(services)).toEqual(['conceptKept']);
});
