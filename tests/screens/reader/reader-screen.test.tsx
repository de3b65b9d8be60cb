// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModelsBlock } from '#content/models.ts';
import { readerScreen } from '#screens/reader/reader-screen.tsx';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { valueOf } from '#tests/support/stores.ts';
import { shortcutsEnabled } from '#ui/shortcuts.ts';

const address = '/learn/9.1/two-harbours/';
let services: FakeServices;
beforeEach(() => {
  services = fakeServices();
  shortcutsEnabled.value = true;
  history.replaceState(null, '', address);
});
afterEach(cleanup);

const show = () => renderScreen(readerScreen, { module: '9.1', section: 'two-harbours' }, services);
const reopen = async (hash = '') => {
  cleanup();
  history.replaceState(null, '', address + hash);
  await show();
};
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const isAt = (step: number) => screen.findByRole('img', { name: `Step ${step} of 5` });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const kinds = async () => (await valueOf(services.progress.events())).map(({ kind }) => kind);
const isFocused = (text: RegExp) => waitFor(() => expect(document.activeElement?.textContent).toMatch(text));

test('there is no page for a section that is not in the module, nor for a module that is not in the track', async () => {
  expect(await readerScreen.load({ module: '9.1', section: 'three-harbours' }, fixtureContent())).toBeUndefined();
  expect(await readerScreen.load({ module: '9.9', section: 'two-harbours' }, fixtureContent())).toBeUndefined();
});

test('the guess comes first, is kept, and is answered at the block that answers it', async () => {
  await show();
  expect(heading()).toBe('Two harbours');
  fireEvent.click(await screen.findByRole('radio', { name: 'One' }));
  expect(screen.getByText('Kept. Read on to see.')).toBeTruthy();
  expect(screen.queryByText('It has to land somewhere.')).toBeNull();
  await reopen();
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'One' }).checked).toBe(true));
  press('Next');
  expect(heading()).toBe('At the quay');
  expect(screen.getByText(/You guessed:/).textContent).toBe('You guessed: One');
  expect(screen.getByText(/It has to land somewhere\./).textContent).toContain('One at each end.');
  press('Next');
  expect(screen.queryByText(/You guessed:/)).toBeNull();
});

test('who did not guess is told nothing of a guess', async () => {
  await show();
  press('Next');
  expect(screen.queryByText(/You guessed:/)).toBeNull();
});

test('the focus goes to the heading of each screen', async () => {
  await show();
  await isFocused(/^Two harbours$/);
  press('Next');
  await isFocused(/^At the quay$/);
  press('Next');
  await isFocused(/^On the water$/);
  press('Back');
  await isFocused(/^At the quay$/);
});

test('the place is kept', async () => {
  await show();
  await waitFor(async () => expect(await kinds()).toEqual(['sectionReached']));
  press('Next');
  press('Next');
  await waitFor(async () => expect(await kinds()).toHaveLength(3));
  await reopen();
  await isAt(3);
  expect(heading()).toBe('On the water');
});

test('a link to a block opens its screen, with the focus on the block', async () => {
  history.replaceState(null, '', `${address}#what-to-watch`);
  await show();
  await isAt(3);
  await waitFor(() => expect(document.activeElement?.id).toBe('what-to-watch'));
});

test('a link to a source stays on the screen', async () => {
  await show();
  press('Next');
  press('Next');
  location.hash = '#source-harbour-1999';
  fireEvent(window, new Event('hashchange'));
  await waitFor(async () => expect(await kinds()).toHaveLength(2));
  expect(heading()).toBe('On the water');
});

test('a run is seen after a prediction, and stands there shown on the next visit', async () => {
  await show();
  press('Next');
  const figure = await screen.findByRole('complementary', { name: 'Figure' });
  expect(within(figure).getByRole('img', { name: /1 of 3 steps shown/ })).toBeTruthy();
  fireEvent.click(within(figure).getByRole('radio', { name: 'North' }));
  press('Run it');
  await waitFor(async () => expect(await kinds()).toContain('promptAnswered'));
  await reopen('#two-are-enough');
  expect(await screen.findByRole('img', { name: /all 3 steps shown/ })).toBeTruthy();
  expect(screen.getByText('The run shows something else.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Run it' })).toBeNull();
});

test('text, lists, tables and incidents are what they say they are, and sources are numbered', async () => {
  history.replaceState(null, '', `${address}#depths`);
  await show();
  await isAt(3);
  expect(screen.getByRole('heading', { level: 2, name: 'The fog of March' })).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Where', 'Depth1']);
  expect(within(document.getElementById('what-to-watch') ?? document.body).getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getAllByRole('link', { name: 'Source 1' })[0]?.getAttribute('href')).toBe('#source-harbour-1999');
});

test('Space and the arrows turn the pages, but not under a focused button or choice', async () => {
  await show();
  await isFocused(/^Two harbours$/);
  const radio = screen.getByRole('radio', { name: 'One' });
  radio.focus();
  key('ArrowRight');
  expect(heading()).toBe('Two harbours');
  screen.getByRole('button', { name: 'Next' }).focus();
  key(' ');
  expect(heading()).toBe('Two harbours');
  screen.getByRole('heading', { level: 1 }).focus();
  key(' ');
  expect(heading()).toBe('At the quay');
  await isFocused(/^At the quay$/);
  key('ArrowRight');
  expect(heading()).toBe('On the water');
  await isFocused(/^On the water$/);
  key('ArrowLeft');
  expect(heading()).toBe('At the quay');
});

const toRecall = async () => {
  await show();
  for (let step = 0; step < 3; step++) press('Next');
  await screen.findByText('From memory · 1 of 2');
};

test('recall prompts are said before they are shown, and lead to the end of the section', async () => {
  await toRecall();
  expect(screen.getByRole('group', { name: 'Card' }).textContent).not.toContain('two');
  press('Show answer');
  expect(screen.getByRole('group', { name: 'Card' }).textContent).toContain('two');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Card' })));
  press('Had it');
  expect(screen.getByText('From memory · 2 of 2')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Card' })));
  press('Show answer');
  press('Missed it');
  expect(await screen.findByRole('heading', { level: 1, name: 'Read: Two harbours' })).toBeTruthy();
  await isFocused(/^Read: Two harbours$/);
  expect(screen.getByText(/2 cards from this section/)).toBeTruthy();
  expect(screen.getByText('Who waits in your harbour?')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Take the check' }).getAttribute('href')).toBe('/check/9.1/');
  await waitFor(async () => expect((await kinds()).slice(-3)).toEqual(['cardGraded', 'cardGraded', 'sectionRead']));
});

test('keys answer a recall prompt, and the way back from the end asks nothing again', async () => {
  await toRecall();
  for (const grade of ['1', ' ']) {
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Card' })));
    key(' ');
    await screen.findByRole('button', { name: 'Had it' });
    key(grade);
  }
  await screen.findByRole('heading', { level: 1, name: 'Read: Two harbours' });
  await isFocused(/^Read: Two harbours$/);
  key('ArrowLeft');
  expect(heading()).toBe('On the water');
  press('Next');
  await screen.findByRole('heading', { level: 1, name: 'Read: Two harbours' });
  await waitFor(async () => expect((await kinds()).filter((kind) => kind === 'sectionRead')).toHaveLength(1));
});

test('an update waits while a prompt is asked, and while something is not saved', async () => {
  await toRecall();
  await waitFor(() => expect(services.holds()).toBe(1));
  cleanup();
  await waitFor(() => expect(services.holds()).toBe(0));
  services = fakeServices();
  services.breakStorage({ kind: 'quota' });
  await show();
  await screen.findByRole('button', { name: 'Try again' });
  await waitFor(() => expect(services.holds()).toBe(1));
  services.breakStorage(null);
  press('Try again');
  await waitFor(() => expect(services.holds()).toBe(0));
});

test('the finished section asks the browser to keep the storage, and marks that somebody has been here', async () => {
  const asked: string[] = [];
  const device = {
    ...services.device,
    persist: async () => asked.push('persist') > 0,
    mirror: () => void asked.push('mirror'),
  };
  services = { ...services, device };
  await toRecall();
  expect(asked).toEqual([]);
  for (let prompt = 0; prompt < 2; prompt++) {
    press('Show answer');
    press('Had it');
  }
  await screen.findByRole('heading', { level: 1, name: 'Read: Two harbours' });
  await waitFor(() => expect(asked).toEqual(['mirror', 'persist']));
});

test('the sections of the module are listed, the open one marked', async () => {
  await show();
  const contents = screen.getByRole('navigation', { name: 'Sections of this module' });
  expect(within(contents).getByRole('link', { current: 'page' }).textContent).toBe('Two harbours');
});

const tides: ModelsBlock = {
  kind: 'models',
  id: 'tides-in-order',
  title: 'Tides in order',
  models: [
    { id: 'spring', name: 'Spring', implies: ['neap'], forbiddenBy: [] },
    { id: 'neap', name: 'Neap', implies: [], forbiddenBy: ['spring'] },
  ].map(({ forbiddenBy, ...names }) => ({
    ...names,
    meaning: 'The water comes back.',
    history: {
      operations: [
        { client: 'A', op: 'write x = 1', from: 0, until: 1 },
        { client: 'B', op: 'read x: 0', from: 2, until: 3 },
      ],
      forbiddenBy,
      why: 'The moon is late.',
    },
    sources: ['harbour-1999'],
  })),
};

test('a map of models comes when its screen is shown, and a link to it opens that screen', async () => {
  services = fakeServices(fixtureContent(({ section }) => section.screens[1]?.blocks.push(tides)));
  history.replaceState(null, '', `${address}#tides-in-order`);
  await show();
  await isAt(3);
  const figure = await screen.findByRole('complementary', { name: 'Figure' });
  const spring = await within(figure).findByRole('button', { name: /^Spring implies Neap/ });
  fireEvent.click(spring);
  expect(within(figure).getByRole('heading', { name: 'Spring' })).toBeTruthy();
  expect(within(figure).getByRole('link', { name: 'Source 1' })).toBeTruthy();
});
