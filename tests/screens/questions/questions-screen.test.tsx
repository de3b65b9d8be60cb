// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { questionsScreen } from '#screens/questions/questions-screen.tsx';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';

afterEach(cleanup);

const show = (content = fixtureContent()) => renderScreen(questionsScreen, {}, fakeServices(content));
const card = () => screen.getByRole('region', { name: 'what-if-fog?' });

test('six questions, each at an address of its own', async () => {
  await show();
  expect(screen.getByRole('heading', { level: 1, name: 'Questions to ask' })).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 2, name: /what-if-/ })).toHaveLength(6);
  expect(card().id).toBe('what-if-fog');
});

test('a question says why to ask it, with examples and traps', async () => {
  await show();
  expect(card().textContent).toContain('It may be so.');
  expect(
    within(card())
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['One.', 'Another.', 'It will pass.', 'Two harbours', 'Crossing']);
});

test('its links lead to sections and concepts, under their own titles', async () => {
  await show();
  expect(within(card()).getByRole('link', { name: 'Two harbours' }).getAttribute('href')).toBe(
    '/learn/9.1/two-harbours/',
  );
  expect(within(card()).getByRole('link', { name: 'Crossing' }).getAttribute('href')).toBe('/concepts/crossing/');
});

test('a concept that is linked anyway is not listed twice', async () => {
  await show(fixtureContent((fixture) => fixture.questions[0]?.links.push({ to: 'crossing', text: 'Crossing' })));
  expect(within(card()).getAllByRole('link', { name: 'Crossing' })).toHaveLength(1);
});

test('the six stand in one table, for paper', async () => {
  await show();
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows).toHaveLength(7);
  expect(rows[1]?.textContent).toContain('1. what-if-fog?');
});

test('examples of answers are a tap away, where there are any', async () => {
  await show();
  expect(screen.queryByRole('heading', { name: 'Answered for' })).toBeNull();
  cleanup();
  const content = fixtureContent();
  const example = { id: 'harbour-desk', title: 'A harbour desk', system: 'It sells places.', answers: [] };
  await show({ ...content, questions: async () => ({ ...(await content.questions()), workedExamples: [example] }) });
  expect(screen.getByRole('link', { name: 'A harbour desk' }).getAttribute('href')).toBe(
    '/questions/review/#harbour-desk',
  );
});

test('a trap shows its source', async () => {
  await show(fixtureContent((fixture) => fixture.questions[0]?.traps.push('It costs a day [@harbour-1999].')));
  expect(screen.getByRole('link', { name: 'Source 1' })).toBeTruthy();
  expect(screen.getByText('The Harbour Book!')).toBeTruthy();
});

test('the way to one’s own system is the main action', async () => {
  await show();
  expect(screen.getByRole('link', { name: 'Ask them of your own system' }).getAttribute('href')).toBe(
    '/questions/review/',
  );
});
