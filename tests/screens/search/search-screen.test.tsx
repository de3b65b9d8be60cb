// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SearchEntry } from '#content/compiled.ts';
import { searchScreen } from '#screens/search/search-screen.tsx';
import { ContentUnavailable, type ContentService } from '#services/content-service.ts';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';

const at = (url: string) => history.replaceState(null, '', url);
beforeEach(() => at('/search/'));
afterEach(cleanup);

const show = (content: ContentService = fixtureContent()) => renderScreen(searchScreen, {}, fakeServices(content));
const field = () => screen.getByRole<HTMLInputElement>('searchbox');
const find = (words: string) => fireEvent.input(field(), { target: { value: words } });
const said = () => screen.getByRole('status').textContent?.trim();

test('results are grouped by kind and lead to their pages', async () => {
  await show();
  find('cross');
  const link = await screen.findByRole('link', { name: 'Crossing' });
  expect(link.getAttribute('href')).toBe('/concepts/crossing/');
  expect(link.closest('section')?.querySelector('h2')?.textContent).toBe('Concepts');
  expect(screen.getByRole('link', { name: '9.1 Crossing' }).closest('section')?.querySelector('h2')?.textContent).toBe(
    'Modules',
  );
});

test('the number of results is shown and said', async () => {
  await show();
  find('bridge');
  await screen.findByRole('link', { name: 'Bridge' });
  await waitFor(() => expect(said()).toBe('1 result'));
  expect(screen.getAllByText('1 result')).toHaveLength(2);
});

test('an empty search gives the field the focus, and the glossary as another way', async () => {
  await show();
  await waitFor(() => expect(document.activeElement).toBe(field()));
  expect(screen.getByRole('link', { name: 'glossary' }).getAttribute('href')).toBe('/concepts/');
});

test('the query stands in the address, so that the way back leads to the results', async () => {
  await show();
  find('two harbours');
  expect(location.pathname + location.search).toBe('/search/?q=two%20harbours');
  find('');
  expect(location.search).toBe('');
  cleanup();
  at('/search/?q=bridge');
  await show();
  expect(field().value).toBe('bridge');
  expect(await screen.findByRole('link', { name: 'Bridge' })).toBeTruthy();
});

test('where nothing is found, it says so and offers the glossary', async () => {
  await show();
  find('submarine');
  expect(await screen.findByText('Nothing found for “submarine”')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open the glossary' }).getAttribute('href')).toBe('/concepts/');
  await waitFor(() => expect(said()).toBe('0 results'));
});

test('of one kind among others six are shown; the rest comes on request, with the focus', async () => {
  const entries = [
    ...Array.from({ length: 8 }, (_, index): SearchEntry => ({
      kind: 'concept',
      title: `Tide ${index + 1}`,
      path: `/${index}/`,
      words: '',
      about: '',
    })),
    { kind: 'page', title: 'Tides', path: '/tides/', words: '', about: '' } satisfies SearchEntry,
  ];
  await show({ ...fixtureContent(), search: async () => entries });
  find('tide');
  const more = await screen.findByRole('button', { name: '2 more' });
  expect(within(screen.getByRole('main')).queryByRole('link', { name: 'Tide 7' })).toBeNull();
  fireEvent.click(more);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Tide 7'));
});

test('where the index is not on this device, it says so and tries again', async () => {
  let isHere = false;
  const content = fixtureContent();
  const search = () => (isHere ? content.search() : Promise.reject(new ContentUnavailable('search')));
  await show({ ...content, search });
  expect(await screen.findByText(/not on this device yet/)).toBeTruthy();
  isHere = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/not on this device yet/)).toBeNull());
  find('bridge');
  expect(await screen.findByRole('link', { name: 'Bridge' })).toBeTruthy();
});
