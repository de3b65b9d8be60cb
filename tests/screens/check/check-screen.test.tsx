// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from '#content/item.ts';
import { checkScreen } from '#screens/check/check-screen.tsx';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { fixtureContent } from '#tests/support/fixture-content.ts';
import { valueOf } from '#tests/support/stores.ts';
import { shortcutsEnabled } from '#ui/shortcuts.ts';

let services: FakeServices;
beforeEach(() => {
  history.replaceState(null, '', '/check/9.1/');
  shortcutsEnabled.value = true;
});
afterEach(cleanup);

const onlyKind = (kind: Item['kind']) =>
  fixtureContent((fixture) => void (fixture.items = fixture.items.filter((item) => item.kind === kind)));
const open = async (content = onlyKind('single')) => {
  services = fakeServices(content);
  await show();
};
const show = () => renderScreen(checkScreen, { module: '9.1' }, services);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const start = async () => {
  await waitFor(() => expect(button('Start').getAttribute('aria-disabled')).toBeNull());
  press('Start');
};
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const kinds = async () => (await valueOf(services.progress.events())).map((event) => event.kind);
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const right = /Engines ahead/;
const wrong = /Engines astern/;

test('a module without a bank has no check', async () => {
  expect(await checkScreen.load({ module: '9.9' }, fixtureContent())).toBeUndefined();
});

test('the start says what the check is and what passes', async () => {
  await open(fixtureContent());
  expect(screen.getByRole('heading', { level: 1, name: 'Check 9.1' })).toBeTruthy();
  expect(screen.getByText(/10 questions, drawn from 23/)).toBeTruthy();
  expect(screen.getByText(/To pass: 8 right, with at least one of each objective/)).toBeTruthy();
  expect(screen.queryByText('Your attempts')).toBeNull();
});

test('a choice and a confidence answer; then every option says why', async () => {
  await open();
  await start();
  expect(button(/Sure/).getAttribute('aria-disabled')).toBe('true');
  press(/Sure/);
  choose(wrong);
  press(/Sure/);
  expect(screen.getByText('Not right.')).toBeTruthy();
  expect(screen.getByText(/You were sure. Good one to fix: it comes back tomorrow./)).toBeTruthy();
  expect(screen.getByText('You chose this, sure.')).toBeTruthy();
  const whys = ['Right, the quay is free.', 'The misconception is haste.', 'The misconception is fear.'];
  for (const why of whys) expect(screen.getByText(why, { exact: false })).toBeTruthy();
  await waitFor(async () => expect(await kinds()).toEqual(['checkStarted', 'checkAnswered']));
});

test('the counter moves when the answer is kept', async () => {
  await open();
  await start();
  expect(screen.getByRole('img', { name: 'Question 1 of 10, 0 answered' })).toBeTruthy();
  choose(right);
  press(/Think so/);
  await screen.findByRole('img', { name: 'Question 1 of 10, 1 answered' });
});

test('focus goes to the verdict after an answer, and to the question after Next', async () => {
  await open();
  await start();
  const first = screen.getByRole('heading', { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(first));
  choose(right);
  press(/Guess/);
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Right\./));
  press('Next');
  const second = screen.getByRole('heading', { level: 1 });
  expect(second).not.toBe(first);
  await waitFor(() => expect(document.activeElement).toBe(second));
});

test('digits choose, a letter says how sure, and Space goes on', async () => {
  await open();
  await start();
  const question = screen.getByRole('heading', { level: 1 }).textContent;
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  key('2');
  expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([false, true, false]);
  key('T');
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Right|right/));
  key(' ');
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(question);
});

test('keys that are switched off do nothing and are not shown', async () => {
  shortcutsEnabled.value = false;
  await open();
  await start();
  key('1');
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
  expect(button('Guess').textContent).toBe('Guess');
});

test('"Show me where" leads to the paragraph, and the way back to the answer', async () => {
  await open();
  await start();
  choose(wrong);
  press(/Think so/);
  const where = screen.getByRole('link', { name: 'Show me where' });
  expect(where.getAttribute('href')).toBe('/learn/9.1/two-harbours/#two-are-enough');
  await waitFor(async () => expect(await kinds()).toContain('checkAnswered'));
  await waitFor(() => expect(location.hash).not.toBe(''));
  cleanup();
  await show();
  expect(await screen.findByText('Not right.')).toBeTruthy();
  expect(screen.getByText('You chose this, and thought so.')).toBeTruthy();
});

test('a missed item offers another like it, which is not scored', async () => {
  await open();
  await start();
  choose(wrong);
  press(/Think so/);
  press('Try another like it');
  expect(screen.getByText('Another like it · not scored')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Sure/ })).toBeNull();
  choose(right);
  press('Answer');
  expect(screen.getByText('Right.')).toBeTruthy();
  press('Next');
  await screen.findByRole('img', { name: 'Question 2 of 10, 1 answered' });
  expect(await kinds()).toEqual(['checkStarted', 'checkAnswered']);
});

test('a check that was left goes on from the start page', async () => {
  await open();
  await start();
  choose(right);
  press(/Sure/);
  press('Next');
  const question = screen.getByRole('heading', { level: 1 }).textContent;
  await waitFor(async () => expect(await kinds()).toContain('checkAnswered'));
  cleanup();
  history.replaceState(null, '', '/check/9.1/');
  await show();
  expect(await screen.findByText('A check is open: 1 of 10 answered.')).toBeTruthy();
  press('Continue');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(question);
});

test('updates wait while an item is open', async () => {
  await open();
  expect(services.holds()).toBe(0);
  await start();
  await waitFor(() => expect(services.holds()).toBe(1));
  cleanup();
  await waitFor(() => expect(services.holds()).toBe(0));
});

const takeAll = async (missed: number) => {
  await start();
  for (let index = 0; index < 10; index++) {
    choose(index < missed ? wrong : right);
    press(/Sure/);
    press(index < 9 ? 'Next' : 'See the result');
  }
};

test('eight right pass; the result says each objective, what to read again, and what "sure" was worth', async () => {
  await open();
  await takeAll(2);
  expect(await screen.findByRole('heading', { name: 'Passed: 8 of 10' })).toBeTruthy();
  const objectives = screen.getByRole('heading', { name: 'By objective' }).parentElement ?? document.body;
  expect(within(objectives).getAllByRole('listitem')).toHaveLength(4);
  const again = screen.getByRole('link', { name: /Two harbours/ });
  expect(again.textContent).toBe('Two harbours2 missed');
  expect(screen.getByText('Sure: 8 of 10 right. That is about what the word promises.')).toBeTruthy();
  await waitFor(async () => expect(await kinds()).toContain('checkFinished'));
});

test('a result that is not yet a pass offers another check, drawn anew', async () => {
  await open();
  await takeAll(5);
  expect(await screen.findByRole('heading', { name: 'Not yet: 5 of 10' })).toBeTruthy();
  press('Take it again');
  await screen.findByRole('img', { name: 'Question 1 of 10, 0 answered' });
  await waitFor(async () => expect((await kinds()).filter((kind) => kind === 'checkStarted')).toHaveLength(2));
});

test('attempts are listed, and each leads to its result', async () => {
  await open();
  await takeAll(0);
  await waitFor(async () => expect(await kinds()).toContain('checkFinished'));
  await waitFor(() => expect(location.hash).not.toBe(''));
  const address = location.hash;
  cleanup();
  history.replaceState(null, '', '/check/9.1/');
  await show();
  const row = await screen.findByRole('link', { name: /10 of 10 · passed/ });
  expect(row.getAttribute('href')).toBe(address);
  expect(button('Take it again')).toBeTruthy();
});

test('what could not be saved is said, kept, and saved on request', async () => {
  await open();
  await start();
  await waitFor(async () => expect(await kinds()).toEqual(['checkStarted']));
  services.breakStorage({ kind: 'quota' });
  choose(right);
  press(/Sure/);
  expect(screen.getByText('Right.')).toBeTruthy();
  const retry = await screen.findByRole('button', { name: 'Try again' });
  services.breakStorage(null);
  fireEvent.click(retry);
  await screen.findByRole('img', { name: 'Question 1 of 10, 1 answered' });
  expect(await kinds()).toEqual(['checkStarted', 'checkAnswered']);
});

const select = (name: string, option: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value: option } });

test.each<{ kind: Item['kind']; answer: () => void; verdict: RegExp; says: RegExp }>([
  {
    kind: 'multiple',
    answer: () => {
      fireEvent.click(screen.getByRole('checkbox', { name: /red/ }));
      fireEvent.click(screen.getByRole('checkbox', { name: /green/ }));
    },
    verdict: /^Right\./,
    says: /Option mauve/,
  },
  {
    kind: 'ordering',
    answer: () => {
      expect(button(/Sure/).getAttribute('aria-disabled')).toBe('true');
      // There and back again: an order that was chosen, and a wrong one, because no task begins solved.
      fireEvent.click(screen.getAllByRole('button', { name: /^Move down/ })[0] as HTMLElement);
      fireEvent.click(screen.getAllByRole('button', { name: /^Move up/ })[1] as HTMLElement);
    },
    verdict: /right/,
    says: /You put it at/,
  },
  {
    kind: 'matching',
    answer: () => {
      select('alfa', 'alfa');
      select('bravo', 'charlie');
      select('charlie', 'bravo');
    },
    verdict: /^Partly right, 33 %/,
    says: /You chose “means charlie”/,
  },
  {
    kind: 'numeric',
    answer: () => fireEvent.input(screen.getByRole('textbox'), { target: { value: '8' } }),
    verdict: /^Not right/,
    says: /That was not halved/,
  },
  { kind: 'cloze', answer: () => select('Blank 1 of 1', 'right'), verdict: /^Not right/, says: /Because it is so/ },
  {
    kind: 'hot-spot',
    answer: () => fireEvent.click(screen.getByRole('radio', { name: /Option lost/ })),
    verdict: /^Right\./,
    says: /Option sent/,
  },
  {
    kind: 'predict',
    answer: () => fireEvent.click(screen.getByRole('radio', { name: /Option reply/ })),
    verdict: /^Right\./,
    says: /Option silence/,
  },
])('a $kind item is answered by its roles alone, and explained', async ({ kind, answer, verdict, says }) => {
  await open(onlyKind(kind));
  await start();
  answer();
  press(/Think so/);
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(verdict));
  expect(screen.getAllByRole('listitem').some((item) => says.test(item.textContent ?? ''))).toBe(true);
  await waitFor(async () => expect(await kinds()).toEqual(['checkStarted', 'checkAnswered', 'checkFinished']));
});

test('a run is drawn to its end once its outcome was predicted', async () => {
  await open(onlyKind('predict'));
  await start();
  expect(screen.getByRole('img', { name: /1 of 3 steps shown/ })).toBeTruthy();
  choose(/Option silence/);
  press(/Guess/);
  expect(screen.getByRole('img', { name: /all 3 steps shown/ })).toBeTruthy();
});

test('what is not a number is said before it can be an answer', async () => {
  await open(onlyKind('numeric'));
  await start();
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'four' } });
  expect(screen.getByText('That is not a number yet.')).toBeTruthy();
  expect(button(/Sure/).getAttribute('aria-disabled')).toBe('true');
});
