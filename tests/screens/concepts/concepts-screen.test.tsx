// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conceptsScreen } from '#screens/concepts/concepts-screen.tsx';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { shortcutsEnabled } from '#ui/shortcuts.ts';

beforeEach(() => void (shortcutsEnabled.value = true));
afterEach(cleanup);

const show = (services = fakeServices()) => renderScreen(conceptsScreen, {}, services);
const field = () => screen.getByRole('searchbox', { name: 'Find a concept' });
const find = (words: string) => fireEvent.input(field(), { target: { value: words } });
const links = () =>
  within(screen.getByRole('main'))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
const entry = (name: string) => screen.getByRole('link', { name }).closest('li');

test('the key concepts stand under their module, the others in the glossary, each with its meaning', async () => {
  await show();
  expect(screen.getByRole('heading', { level: 1, name: 'Concepts' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 3, name: '9.1 Crossing' })).toBeTruthy();
  expect(entry('Crossing')?.textContent).toContain('Going over water');
  expect(entry('Bridge')?.textContent).toContain('Going over water on foot');
  expect(entry('Bridge')?.textContent).toContain('Below Crossing');
  expect(links()).toEqual(expect.arrayContaining(['/concepts/crossing/', '/concepts/bridge/']));
});

test('typing leaves what is meant, and says how many', async () => {
  await show();
  find('foot');
  expect(screen.queryByRole('link', { name: 'Crossing' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Bridge' })).toBeTruthy();
  expect(screen.getByText('1 of 2')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 concept'));
});

test('where nothing is meant, the whole course can be searched for it', async () => {
  await show();
  find('submarine ');
  expect(screen.getByText('No concept of that name')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Search the whole course' }).getAttribute('href')).toBe(
    '/search/?q=submarine',
  );
});

test('the slash goes to the field, unless shortcuts are off', async () => {
  await show();
  shortcutsEnabled.value = false;
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).not.toBe(field());
  shortcutsEnabled.value = true;
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(field());
});

test('a key concept says whether it is new, kept or being learned, and keeps in step', async () => {
  const services = fakeServices();
  await show(services);
  await waitFor(() => expect(entry('Crossing')?.textContent).toContain('new'));
  await services.progress.record([{ kind: 'conceptKept', concept: 'crossing' }], services.clock.now());
  await waitFor(() => expect(entry('Crossing')?.textContent).toContain('kept'));
  await services.progress.record(
    [
      {
        kind: 'cardGraded',
        card: 'ferry-needs-two',
        major: 1,
        during: 'review',
        elapsedMs: 1,
        grade: 'good',
        dueDay: 30_000,
        memoryBefore: '',
        retention: 0.9,
      },
    ],
    services.clock.now(),
  );
  await waitFor(() => expect(entry('Crossing')?.textContent).toContain('learning'));
});

test('where the log cannot be read, the concepts can', async () => {
  const services = fakeServices();
  services.breakStorage({ kind: 'denied' });
  await show(services);
  expect(screen.getByRole('link', { name: 'Crossing' })).toBeTruthy();
  expect(entry('Crossing')?.textContent).not.toContain('new');
});
