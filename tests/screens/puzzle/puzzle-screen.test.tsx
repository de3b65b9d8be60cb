// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProvenPuzzle } from '#content/compiled.ts';
import { loadBoard } from '#puzzles/load-board.ts';
import { sharedText, shareRun } from '#puzzles/share-link.ts';
import { puzzleScreen } from '#screens/puzzle/puzzle-screen.tsx';
import { replayAll } from '#simulator/replay.ts';
import { fakeServices, renderScreen, type FakeServices } from '#tests/support/fake-services.tsx';
import { contentWithPuzzle, fixturePuzzle } from '#tests/support/fixture-puzzle.ts';
import { valueOf } from '#tests/support/stores.ts';
import { shortcutsEnabled } from '#ui/shortcuts.ts';

let services: FakeServices;
const openWith = (puzzle: ProvenPuzzle) => {
  services = fakeServices(contentWithPuzzle(puzzle));
};
beforeEach(() => {
  history.replaceState(null, '', '/puzzles/silent-shop/');
  shortcutsEnabled.value = true;
  window.scrollTo = () => {};
  openWith(fixturePuzzle);
});
afterEach(cleanup);

const show = () => renderScreen(puzzleScreen, { puzzle: 'silent-shop' }, services);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const events = async () => valueOf(services.progress.events());
const moves = () => within(screen.getByRole('group', { name: 'Possible moves' })).getAllByRole('button');
const key = (name: string, target: Element | null = document.body) =>
  fireEvent.keyDown(target ?? document.body, { key: name });
const spoken = () => screen.getByRole('status').textContent;

/** Predicts, and begins on a rung. */
async function play(rung: string | null = 'Alone', option = 'It can') {
  await show();
  fireEvent.click(await screen.findByRole('radio', { name: option }));
  await press('Think so');
  await screen.findByText(/How you play/);
  if (rung === null) return;
  await press(rung);
  await screen.findByRole('group', { name: 'Possible moves' });
}
/** The way to the first round’s goal. */
async function solve() {
  await press('Customer asks: pay 20');
  await press(/Deliver Pay/);
  await press('Customer’s retry timer fires');
}
async function roundThree() {
  await show();
  await press('Round 3');
  fireEvent.click(await screen.findByRole('radio', { name: 'It cannot' }));
  await press('Guess');
  await press('Alone');
  await press('This cannot be done');
}

test('a puzzle that is not there is no page', async () => {
  expect(await puzzleScreen.load({ puzzle: 'nowhere' }, services.content)).toBeUndefined();
});

test('before the first move there is a prediction, and no move', async () => {
  await show();
  expect(await screen.findByText('Can it be done?')).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Possible moves' })).toBeNull();
  expect(button('Sure').getAttribute('aria-disabled')).toBe('true');
});

test('a learner who has solved nothing begins by watching a sibling, with a guess before each move', async () => {
  await play(null);
  expect(screen.getByText('First, watch this one:')).toBeTruthy();
  expect(screen.getByText('Charge it twice: no try carries a key.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Customer asks: pay 20' }));
  expect(await screen.findByText('Right: Customer asks: pay 20.')).toBeTruthy();
  for (let move = 0; move < 3; move++) await press('Show me the move');
  expect(await screen.findByText('The goal is reached.')).toBeTruthy();
  await press('Next: the last move');
  await screen.findByRole('group', { name: 'Possible moves' });
  expect(screen.getByText('Charge the customer and leave it in the dark.')).toBeTruthy();
  expect(screen.getByText('Charged 1 time; it knows nothing.')).toBeTruthy();
});

test('where the button that brought a stage is gone, the focus goes to the goal', async () => {
  await show();
  fireEvent.click(await screen.findByRole('radio', { name: 'It can' }));
  button('Sure').focus();
  await press('Sure');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'The goal' })));
});

test('a move changes the live sentence, is said aloud, and the focus stays at its place', async () => {
  await play();
  const first = moves()[0];
  first?.focus();
  if (first) fireEvent.click(first);
  await waitFor(() => expect(screen.getByText('1 move')).toBeTruthy());
  const second = moves()[0];
  second?.focus();
  if (second) fireEvent.click(second);
  await screen.findByText('Charged 1 time; it knows nothing.');
  expect(document.activeElement).toBe(moves()[0]);
  expect(spoken()).toMatch(/charged 20.*Charged 1 time; it knows nothing\./);
});

test('digits make moves, arrows walk through them, U steps back', async () => {
  await play();
  await press('Customer asks: pay 20');
  await screen.findByText('1 move');
  key('1');
  await screen.findByText('2 moves');
  moves()[0]?.focus();
  key('ArrowDown', document.activeElement);
  expect(document.activeElement).toBe(moves()[1]);
  key('u');
  await screen.findByText('1 move');
  expect(spoken()).toMatch(/Back at move 1/);
});

test('going another way keeps the way before', async () => {
  await play();
  await press('Customer asks: pay 20');
  await press(/Deliver Pay/);
  await press('Step back');
  await press('Customer’s retry timer fires');
  await screen.findByText('Other ways you tried (1)');
  await press('Parts after move 1: 2 moves');
  await screen.findByText('Charged 1 time; it knows nothing.');
});

test('hints come one at a time, and the last makes the first moves', async () => {
  await play();
  await press('Hint 1 of 2');
  expect(await screen.findByText('The question must arrive.')).toBeTruthy();
  expect(screen.queryByText('Two moves are made for you.')).toBeNull();
  await press('Hint 2 of 2');
  await screen.findByText('Charged 1 time; it knows nothing.');
  expect(button('No more hints').getAttribute('aria-disabled')).toBe('true');
});

test('the end plays the run, says why, shows the prediction, the proof and the cards', async () => {
  await play('Alone', 'It cannot');
  await solve();
  expect(await screen.findByRole('heading', { name: 'Solved in 3 moves. No way is shorter.' })).toBeTruthy();
  expect(screen.getByText('It stops listening.')).toBeTruthy();
  expect(screen.getByText('Whoever delivers in time tells all.')).toBeTruthy();
  expect(screen.getByText('You expected something else')).toBeTruthy();
  expect(screen.getByText(/met 6 states until it reached the goal after 3 moves/)).toBeTruthy();
  expect(screen.getByText('Silence has three meanings.')).toBeTruthy();
  expect(await screen.findByText('A card joins your reviews')).toBeTruthy();
  await press(/^Next round/);
  expect(await screen.findByText('Charge it twice: no try carries a key.')).toBeTruthy();
});

test('what was done is in the log: predicted, begun, solved, with the help it took', async () => {
  await play();
  await press('Hint 1 of 2');
  await solve();
  await waitFor(async () => expect((await events()).at(-1)?.kind).toBe('puzzleSolved'));
  expect(await events()).toMatchObject([
    { kind: 'puzzlePredicted', round: 'silence', choice: 'yes', isRight: true, confidence: 'think' },
    { kind: 'puzzleAttempted', round: 'silence', rung: 'alone', path: [0] },
    {
      kind: 'puzzleSolved',
      rung: 'alone',
      moves: 3,
      by: 'moves',
      hints: 1,
      isClean: false,
      cards: ['water-is-between'],
    },
  ]);
});

test('a prediction that was wrong brings its card back tomorrow', async () => {
  await play('Alone', 'It cannot');
  await waitFor(async () => {
    const row = await valueOf(services.progress.row('card', 'water-is-between'));
    expect(row).toMatchObject({ isLapsed: true, reps: 1 });
  });
});

test('one that cannot be done counts once this device has proven it', async () => {
  await roundThree();
  expect(await screen.findByText(/21 states, up to 7 moves deep/)).toBeTruthy();
  expect(screen.getByText(/Within: 2 nodes, 1 request/)).toBeTruthy();
  expect(screen.getByText(/never corrupts messages/)).toBeTruthy();
  expect(button('So it is: go on').getAttribute('aria-disabled')).toBe('true');
  await press('Prove it on this device');
  const [proof] = services.searches.proofs;
  proof?.progress({ states: 12, edges: 9, depth: 3 });
  expect(await screen.findByText('Searching: 12 states so far, 3 moves deep.')).toBeTruthy();
  proof?.end({ kind: 'impossible', states: 21, depth: 7, digest: '2c77b311f5792bcb', bounds: ['2 nodes'] });
  expect(await screen.findByText(/the same as written down/)).toBeTruthy();
  await waitFor(() => expect(button('So it is: go on').getAttribute('aria-disabled')).toBeNull());
  await press('So it is: go on');
  expect(await screen.findByRole('heading', { name: 'Right: it cannot be done.' })).toBeTruthy();
  await waitFor(async () =>
    expect((await events()).at(-1)).toMatchObject({ kind: 'puzzleSolved', by: 'claim', isClean: true }),
  );
});

test('a proof can be stopped, and then settles nothing', async () => {
  await roundThree();
  await press('Prove it on this device');
  await press('Stop');
  await waitFor(() => expect(spoken()).toBe('Not settled: you stopped it.'));
  expect(button('So it is: go on').getAttribute('aria-disabled')).toBe('true');
});

test('a proof that is too long for a phone stands as it was written down', async () => {
  const [silence, twice, withKey] = fixturePuzzle.rounds;
  if (!silence || !twice || withKey?.truth.kind !== 'impossible') throw new Error('the fixture has three rounds');
  openWith({ ...fixturePuzzle, rounds: [silence, twice, { ...withKey, truth: { ...withKey.truth, states: 90_000 } }] });
  await roundThree();
  expect(await screen.findByText(/too long for a phone: more than 50,000 states/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Prove it/ })).toBeNull();
  await press('So it is: go on');
  expect(await screen.findByRole('heading', { name: 'Right: it cannot be done.' })).toBeTruthy();
});

test('a wrong claim says that it can be done, and the play goes on', async () => {
  await play();
  await press('Customer asks: pay 20');
  await press('This cannot be done');
  expect(await screen.findByRole('heading', { name: 'It can be done.' })).toBeTruthy();
  expect(screen.getByText(/Par: 3 moves\./)).toBeTruthy();
  await press('Go on playing');
  await screen.findByText('1 move');
  await waitFor(async () => expect((await events()).at(-1)).toMatchObject({ kind: 'puzzleAttempted', wrongClaims: 1 }));
});

test('the par says whether it can be done, so it is told when asked for, and there is no clock', async () => {
  await play();
  expect(screen.queryByText(/Par: 3/)).toBeNull();
  await press('Show the par, and whether it can be done');
  expect(await screen.findByText('Par: 3 moves. It can be done.')).toBeTruthy();
  expect(screen.queryByRole('timer')).toBeNull();
});

test('one goes on where one left', async () => {
  await play();
  await press('Customer asks: pay 20');
  await press(/Deliver Pay/);
  cleanup();
  await waitFor(async () => expect((await events()).at(-1)).toMatchObject({ path: [0, 0] }));
  await show();
  expect(await screen.findByText('Charged 1 time; it knows nothing.')).toBeTruthy();
  expect(screen.getByText('2 moves')).toBeTruthy();
});

test('two clean solves skip a rung', async () => {
  const solved = { hints: 0, wrongClaims: 0, moves: 1, by: 'moves', isClean: true, cards: [] } as const;
  const elsewhere = (round: string) =>
    ({ kind: 'puzzleSolved', puzzle: 'another', round, rung: 'alone', ...solved }) as const;
  await services.progress.record([elsewhere('one'), elsewhere('two')], services.clock.now());
  await play(null);
  expect(await screen.findByText('How you play: the last move')).toBeTruthy();
});

test('a shared link opens at its position, and is then no more in the address', async () => {
  const [round] = fixturePuzzle.rounds;
  const board = round && (await loadBoard(round.system));
  if (!round || !board?.ok) throw new Error('the fixture has a board');
  const { system } = board.value;
  const shared = shareRun(system, { puzzle: 'silent-shop', round: 'silence' }, replayAll(system, [0, 0]).replay);
  history.replaceState(null, '', `/puzzles/silent-shop/#${sharedText(shared)}`);
  await show();
  expect(await screen.findByText('Charged 1 time; it knows nothing.')).toBeTruthy();
  expect(location.hash).toBe('');
});

test.each([
  ['silent-shop.silence.0-0.00000000', /older than the puzzle/],
  ['silent-shop.silence.0-9.12345678', /older than the puzzle/],
  ['silent-shop.nowhere.0.12345678', /does not lead to a position/],
  ['gibberish', /does not lead to a position/],
])('the link %s says what is wrong with it and opens at the start', async (hash, words) => {
  history.replaceState(null, '', `/puzzles/silent-shop/#${hash}`);
  await show();
  expect(await screen.findByText(words)).toBeTruthy();
  expect(await screen.findByText('Can it be done?')).toBeTruthy();
});

test('a link to the position is copied, and shown', async () => {
  const written = vi.fn(() => Promise.resolve());
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: written } });
  await play();
  await press('Customer asks: pay 20');
  await press('Copy a link to this position');
  const link = await screen.findByText(/\/puzzles\/silent-shop\/#silent-shop\.silence\.0\.[0-9a-f]{8}$/);
  expect(written).toHaveBeenCalledWith(link.textContent);
});

test('an update waits while a puzzle is under way', async () => {
  await play();
  expect(services.holds()).toBe(0);
  await press('Customer asks: pay 20');
  await waitFor(() => expect(services.holds()).toBe(1));
  cleanup();
  await waitFor(() => expect(services.holds()).toBe(0));
});

test('where nothing can be kept it is said, and the play goes on', async () => {
  services.breakStorage({ kind: 'denied' });
  await play();
  await solve();
  expect(await screen.findByRole('heading', { name: /^Solved in 3 moves/ })).toBeTruthy();
});
