// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventBody } from '#progress/event.ts';
import type { Grade } from '#scheduling/memory.ts';
import { reviewScreen } from '#screens/review/review-screen.tsx';
import { ask, cardGraded } from '#services/grading.ts';
import type { Fixture } from '#tests/content/fixture.ts';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { withManyCards } from '#tests/support/many-cards.ts';
import { valueOf } from '#tests/support/stores.ts';
import { shortcutsEnabled } from '#ui/shortcuts.ts';

let services: FakeServices;
beforeEach(() => {
  shortcutsEnabled.value = true;
});
afterEach(cleanup);

const record = (...bodies: EventBody[]) => valueOf(services.progress.record(bodies, services.clock.now()));
const grade = async (card: string, given: Grade) =>
  record(cardGraded(await valueOf(ask(services, card, 1)), given, 'review', 3000));
const begin = async (change: (fixture: Fixture) => void = withManyCards(5)) => {
  services = fakeServices(fixtureContent(change));
  await record({ kind: 'sectionRead', section: 'two-harbours', module: '9.1' });
};
const show = () => renderScreen(reviewScreen, {}, services);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const card = () => screen.findByRole('group', { name: 'Card' });
const question = async () => /Question of (watch-\d)/.exec((await card()).textContent ?? '')?.[1];
const ready = () =>
  waitFor(() => expect(screen.getByRole('button', { name: /^Good/ }).getAttribute('aria-disabled')).toBeNull());
const kinds = async () => (await valueOf(services.progress.events())).map(({ kind }) => kind);
const answer = async (name: RegExp) => {
  press('Show answer');
  await ready();
  press(name);
};

test('a card hides its answer until it is asked for, then each grade says when the card returns', async () => {
  await begin();
  await show();
  expect(screen.getByRole('heading', { level: 1, name: 'Review' })).toBeTruthy();
  expect(await screen.findByText('1 of 5')).toBeTruthy();
  expect(await question()).toBe('watch-1');
  expect(screen.queryByText('Answer of watch-1.')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Good/ })).toBeNull();
  press('Show answer');
  expect(screen.getByText('Answer of watch-1.')).toBeTruthy();
  await ready();
  expect(screen.getByRole('button', { name: /^Again in this sitting/ })).toBeTruthy();
  for (const word of ['Hard', 'Good', 'Easy'])
    expect(screen.getByRole('button', { name: new RegExp(`^${word} (tomorrow|in \\d+ (days|weeks))`) })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Where it is taught' }).getAttribute('href')).toBe(
    '/learn/9.1/two-harbours/#two-are-enough',
  );
});

test('the focus goes to the question after a grade, and stays with the card when its answer shows', async () => {
  await begin();
  await show();
  await waitFor(async () => expect(document.activeElement).toBe(await card()));
  press('Show answer');
  await waitFor(async () => expect(document.activeElement).toBe(await card()));
  await ready();
  const first = await card();
  press(/^Good/);
  await screen.findByText('2 of 5');
  const second = await card();
  expect(second).not.toBe(first);
  expect(document.activeElement).toBe(second);
});

test('Space shows, then takes Good; digits grade; U undoes', async () => {
  await begin();
  await show();
  const first = await question();
  key(' ');
  await ready();
  key(' ');
  await screen.findByText('2 of 5');
  key('1');
  expect(await kinds()).toEqual(['sectionRead', 'cardGraded']);
  key(' ');
  await ready();
  key('4');
  await screen.findByText('3 of 5');
  key('u');
  await screen.findByText('2 of 5');
  key('U');
  await screen.findByText('1 of 5');
  expect(await question()).toBe(first);
  expect(await kinds()).toEqual(['sectionRead', 'cardGraded', 'cardGraded', 'gradeUndone', 'gradeUndone']);
});

test('keys that are switched off neither work nor show', async () => {
  shortcutsEnabled.value = false;
  await begin();
  await show();
  await card();
  key(' ');
  expect(screen.getByRole('button', { name: 'Show answer' })).toBeTruthy();
  expect(screen.queryByText(/Space shows the answer/)).toBeNull();
});

test('an update waits while a card is open, and while an answer is not saved', async () => {
  await begin(withManyCards(1));
  await show();
  await card();
  await waitFor(() => expect(services.holds()).toBe(1));
  press('Show answer');
  await ready();
  services.breakStorage({ kind: 'quota' });
  press(/^Good/);
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(services.holds()).toBe(1);
  expect(screen.queryByText(/answer kept/)).toBeNull();
  services.breakStorage(null);
  fireEvent.click(retry);
  expect(await screen.findByText(/1 answer kept/)).toBeTruthy();
  await waitFor(() => expect(services.holds()).toBe(0));
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('what could not be saved is said in the page and to screen readers', async () => {
  await begin();
  await show();
  await card();
  press('Show answer');
  await ready();
  services.breakStorage({ kind: 'quota' });
  press(/^Good/);
  await screen.findByRole('button', { name: 'Try again' });
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/no room left/));
  expect(screen.getByText('1 of 5')).toBeTruthy();
});

test('the end says how much was kept and when the next card comes, and has the focus', async () => {
  await begin(withManyCards(1));
  await show();
  await card();
  await answer(/^Hard/);
  const end = await screen.findByRole('heading', { name: 'Done for today' });
  const row = await valueOf(services.progress.row('card', 'watch-1'));
  expect(row?.dueDay).toBeTruthy();
  expect(screen.getByText(/1 answer kept\. The next card comes (tomorrow|in \d+ days)\./)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(document.activeElement?.contains(end)).toBe(true);
});

test('where nothing was read, nothing is due', async () => {
  services = fakeServices();
  await show();
  expect(await screen.findByRole('heading', { name: 'Nothing is due' })).toBeTruthy();
  expect(screen.getByText('Cards come from the sections you read.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Look ahead/ })).toBeNull();
});

test('who comes back after the day’s review is told that it is done', async () => {
  await begin(withManyCards(1));
  await grade('watch-1', 'again');
  await show();
  expect(await screen.findByRole('heading', { name: 'Done for today' })).toBeTruthy();
  expect(screen.getByText('The next card comes tomorrow.')).toBeTruthy();
});

test('looking ahead shows the nearest card first and writes nothing', async () => {
  await begin(withManyCards(2));
  await grade('watch-2', 'again');
  await grade('watch-1', 'easy');
  const before = await kinds();
  await show();
  await screen.findByRole('heading', { name: 'Done for today' });
  press(/Look ahead/);
  await waitFor(async () => expect(document.activeElement).toBe(await card()));
  expect(screen.getByText('Ahead of its day · 1 of 2')).toBeTruthy();
  expect(await question()).toBe('watch-2');
  press('Show answer');
  expect(screen.getByText('Answer of watch-2.')).toBeTruthy();
  await waitFor(async () => expect(document.activeElement).toBe(await card()));
  press('Next');
  expect(await question()).toBe('watch-1');
  press('Show answer');
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
  press('Stop');
  await screen.findByRole('heading', { name: 'Done for today' });
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(await kinds()).toEqual(before);
});

test('a card that can be put off for the day says so once it is', async () => {
  await begin();
  await show();
  const first = await question();
  press('Not today');
  await waitFor(async () => expect(await question()).not.toBe(first));
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch('Put off until tomorrow.'));
  press('Put away');
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/Put away/));
  expect(await kinds()).toEqual(['sectionRead', 'cardBuried', 'cardSuspended']);
  press('Undo');
  await waitFor(async () => expect(await kinds()).toContain('cardResumed'));
});

test('a reworded card asks in the learner’s words, until the course’s are restored', async () => {
  await begin();
  await show();
  await card();
  press('Reword');
  fireEvent.input(await screen.findByRole('textbox', { name: 'Question' }), { target: { value: '  Who waits? ' } });
  fireEvent.input(screen.getByRole('textbox', { name: 'Answer' }), { target: { value: 'I do.' } });
  press('Keep');
  expect(await screen.findByText('Who waits?')).toBeTruthy();
  press('Show answer');
  expect(screen.getByText('I do.')).toBeTruthy();
  press('Reword');
  await screen.findByRole('textbox', { name: 'Question' });
  press('Restore the course’s');
  expect(await screen.findByText('Question of watch-1?')).toBeTruthy();
});

test('a card that was revised in the main starts again and says why', async () => {
  await begin((fixture) => {
    withManyCards(2)(fixture);
    fixture.cards = fixture.cards.map((each) =>
      each.id === 'watch-2' ? { ...each, rev: '2.0', revReason: 'The watch was longer.' } : each,
    );
  });
  await grade('watch-2', 'easy');
  await show();
  expect(await question()).toBe('watch-1');
  expect(screen.queryByText(/starts again/)).toBeNull();
  await answer(/^Easy/);
  await screen.findByText('2 of 2');
  expect(await screen.findByText('This card starts again: The watch was longer.')).toBeTruthy();
  await answer(/^Good/);
  await screen.findByRole('heading', { name: 'Done for today' });
  expect(await valueOf(services.progress.row('card', 'watch-2'))).toMatchObject({ major: 2, reps: 1 });
});

test('a log that cannot be read is said, and read on request', async () => {
  await begin();
  services.breakStorage({ kind: 'blocked' });
  await show();
  const retry = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  services.breakStorage(null);
  fireEvent.click(retry);
  expect(await question()).toBe('watch-1');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull());
});

test('a page without its deck is not opened', async () => {
  const content = fixtureContent();
  const deck = () => Promise.reject(new Error('no deck'));
  await expect(reviewScreen.load({}, { ...content, deck })).rejects.toThrow('no deck');
});
