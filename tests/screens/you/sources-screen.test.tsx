// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { sourcesScreen } from '#screens/you/sources-screen.tsx';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';

afterEach(cleanup);

const paper = {
  id: 'pilot-2001',
  title: 'On Fog',
  author: 'B. Pilot',
  year: 2001,
  kind: 'paper',
  url: 'https://example.org/fog',
  checked: '2026-11-20',
  provenance: 'secondary',
  note: 'Its text could not be opened.',
} as const;

test('sources stand by kind, each with its provenance, the day it was checked and the note', async () => {
  await renderScreen(sourcesScreen, {}, fakeServices(fixtureContent((fixture) => void fixture.sources.push(paper))));
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
    'Papers',
    'Books',
    'Licence',
  ]);
  const entry = within(screen.getByText(/B. Pilot/).closest('li') as HTMLElement);
  expect(entry.getByRole('link', { name: 'On Fog' }).getAttribute('href')).toBe('https://example.org/fog');
  entry.getByText('not re-read here');
  entry.getByText(/Checked 20 November 2026\. Its text could not be opened\./);
});

test('the licence names what the app is built with', async () => {
  await renderScreen(sourcesScreen, {}, fakeServices());
  screen.getByText(/MIT licence/);
  for (const name of ['preact', '@preact/signals', 'preact-iso', 'idb', 'ts-fsrs', 'workbox', 'zod'])
    screen.getByText(name);
});
