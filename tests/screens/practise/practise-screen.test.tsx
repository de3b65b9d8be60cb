// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { practiseScreen } from '#screens/practise/practise-screen.tsx';
import { ContentUnavailable } from '#services/content-service.ts';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { valueOf } from '#tests/support/stores.ts';

afterEach(cleanup);

test('practice offers the review of the day, the checks, and what is for work', async () => {
  const services = fakeServices();
  await renderScreen(practiseScreen, {}, services);
  expect(await screen.findByText('Nothing is due. New cards come from what you read.')).toBeTruthy();
  const read = { kind: 'sectionRead', section: 'two-harbours', module: '9.1' } as const;
  await act(async () => void (await valueOf(services.progress.record([read], services.clock.now()))));
  expect(await screen.findByText('2 cards · 1 min')).toBeTruthy();
  const addresses = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(addresses).toEqual([
    '/search/',
    '/review/',
    '/check/9.1/',
    '/puzzles/',
    '/lab/',
    '/questions/',
    '/questions/review/',
  ]);
});

test('the review can be opened also where the day cannot be counted', async () => {
  const services = fakeServices();
  const content = { ...services.content, deck: () => Promise.reject(new ContentUnavailable('cards.json')) };
  await renderScreen(practiseScreen, {}, { ...services, content });
  expect(screen.getByText('The cards that are due, on the day they are due.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Review' })).toBeTruthy();
});
