// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import { todayScreen } from '#screens/today/today-screen.tsx';
import { studyDay } from '#services/settings.ts';
import type { Services } from '#services/services.ts';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { withManyCards } from '#tests/support/many-cards.ts';
import { valueOf } from '#tests/support/stores.ts';

let services: FakeServices;
beforeEach(() => {
  services = fakeServices();
});
afterEach(cleanup);

const show = (shown: Services = services) => renderScreen(todayScreen, {}, shown);
const record = (...bodies: EventBody[]) =>
  act(async () => void (await valueOf(services.progress.record(bodies, services.clock.now()))));
const question = () => screen.queryByRole('heading', { name: 'Did the ferry arrive?' });
const reached: EventBody = { kind: 'sectionReached', section: 'two-harbours', module: '9.1', screen: 2 };
const read: EventBody = { kind: 'sectionRead', section: 'two-harbours', module: '9.1' };
const finished = (passed: boolean): EventBody[] => [
  { kind: 'checkStarted', attempt: 'one', module: '9.1', items: [] },
  { kind: 'checkFinished', attempt: 'one', module: '9.1', right: passed ? 9 : 3, of: 10, passed },
];

test('a first visit is asked a question, sees what happened, and is led to the first section', async () => {
  const mirrored: unknown[] = [];
  const { container } = await show({
    ...services,
    device: { ...services.device, mirror: (first) => void mirrored.push(first) },
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
  await waitFor(() => expect(container.querySelector('[data-face=first]')).toBeTruthy());
  const see = screen.getByRole('button', { name: 'See what happened' });
  expect(see.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(screen.getByRole('radio', { name: 'No' }));
  fireEvent.click(see);
  expect(await screen.findByRole('figure', { name: 'What happened' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause' })));
  expect(screen.queryByRole('link', { name: 'Start with 9.1' })).toBeNull();
  for (let step = 0; step < 3; step++) fireEvent.click(screen.getByRole('button', { name: 'Step' }));
  expect((await screen.findByRole('link', { name: 'Start with 9.1' })).getAttribute('href')).toBe(
    '/learn/9.1/two-harbours/',
  );
  expect(mirrored).toEqual([{ isReturning: true }]);
  expect(await valueOf(services.progress.row('prompt', 'hook'))).toEqual({
    prompt: 'hook',
    choice: 'no',
    isRight: false,
  });
  expect(question()).toBeTruthy();
});

test('who answers the first question while the log cannot be read still sees what happened', async () => {
  services.breakStorage({ kind: 'denied' });
  const { container } = await show();
  fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
  fireEvent.click(screen.getByRole('button', { name: 'See what happened' }));
  expect(await screen.findByRole('figure', { name: 'What happened' })).toBeTruthy();
  expect(container.querySelector('[data-face=first]')).toBeTruthy();
});

test('who comes back finds the section that was left, and no first question', async () => {
  await record(reached);
  await show();
  expect(await screen.findByRole('heading', { name: 'Two harbours' })).toBeTruthy();
  expect(screen.getByText(/9\.1 · Section 1 of 1/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Continue' }).getAttribute('href')).toBe('/learn/9.1/two-harbours/');
  expect(screen.getByRole('progressbar', { name: 'Read of this section' }).getAttribute('value')).toBe('0.5');
  await waitFor(() => expect(question()).toBeNull());
});

test('the next step follows what is read and passed', async () => {
  await record(read);
  await show();
  expect(await screen.findByRole('heading', { name: 'Take the check' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the check' }).getAttribute('href')).toBe('/check/9.1/');
  await record({ kind: 'checkStarted', attempt: 'open', module: '9.1', items: [] });
  expect(await screen.findByRole('heading', { name: 'Finish your check' })).toBeTruthy();
  await record(...finished(true));
  expect(await screen.findByRole('heading', { name: 'Everything here is read and passed' })).toBeTruthy();
});

test('a kept concept is something done, and its cards wait', async () => {
  await record({ kind: 'conceptKept', concept: 'crossing' });
  await show();
  expect(await screen.findByRole('heading', { name: 'Two harbours' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
  expect(await screen.findByText('3 cards · 1 min')).toBeTruthy();
});

test('the cards of the day are counted in cards and minutes, never more than the day holds, and on the app’s icon', async () => {
  services = fakeServices(fixtureContent(withManyCards(40)));
  const badges: number[] = [];
  await record(read, { kind: 'settingChanged', name: 'newCardsPerDay', value: 7 });
  await show({ ...services, device: { ...services.device, setBadge: (count) => void badges.push(count) } });
  expect(await screen.findByText('7 cards · 3 min')).toBeTruthy();
  expect(screen.getByText('Crossing')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Review' }).getAttribute('href')).toBe('/review/');
  expect(badges.at(-1)).toBe(7);
  for (const id of ['watch-1', 'watch-2']) await record({ kind: 'cardSuspended', card: id });
  await record({ kind: 'settingChanged', name: 'newCardsPerDay', value: 1 });
  expect(await screen.findByText('1 card · 1 min')).toBeTruthy();
});

test('where no card is due, nothing is said of cards', async () => {
  await record(reached);
  await show();
  await screen.findByRole('heading', { name: 'Two harbours' });
  expect(screen.queryByRole('heading', { name: 'Keep fresh' })).toBeNull();
});

test('the month shows the days that were studied, today marked', async () => {
  await record(read);
  services.pass({ days: 2 });
  await record(read);
  await show();
  expect(await screen.findByText('2 days this month')).toBeTruthy();
  expect(studyDay(services.clock.now())).toBeGreaterThan(0);
});

test('an emptied store is said, with the way to a backup', async () => {
  await show({ ...services, device: { ...services.device, wasEmptied: signal(true) } });
  expect(await screen.findByText(/You have been here before/)).toBeTruthy();
  for (const link of screen.getAllByRole('link', { name: 'Restore a backup' }))
    expect(link.getAttribute('href')).toBe('/you/#backup');
});

test('a log that cannot be read is said, and read on request', async () => {
  await record(reached);
  services.breakStorage({ kind: 'blocked' });
  await show();
  expect(await screen.findByText(/Close the other Quorum tabs/, { selector: 'main *' })).toBeTruthy();
  services.breakStorage(null);
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Two harbours' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('the next step is shown also where the cards cannot be had', async () => {
  await record(reached);
  const { ContentUnavailable } = await import('#services/content-service.ts');
  const content = { ...services.content, deck: () => Promise.reject(new ContentUnavailable('cards.json')) };
  await show({ ...services, content });
  expect(await screen.findByRole('heading', { name: 'Two harbours' })).toBeTruthy();
});

test('a page that is left listens no longer', async () => {
  let listeners = 0;
  const subscribe: typeof services.progress.subscribe = (listener) => {
    listeners++;
    const stop = services.progress.subscribe(listener);
    return () => {
      listeners--;
      stop();
    };
  };
  const { unmount } = await show({ ...services, progress: { ...services.progress, subscribe } });
  await waitFor(() => expect(listeners).toBe(1));
  unmount();
  await waitFor(() => expect(listeners).toBe(0));
});
