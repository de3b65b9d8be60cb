// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { simulation } from '#content/simulation.ts';
import { labLink, labLinkOfPuzzle } from '#figures/lab-link.ts';
import { labScreen } from '#screens/lab/lab-screen.tsx';
import { settingsIn } from '#screens/lab/settings-link.ts';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const moves = () => within(screen.getByRole('group', { name: 'Possible moves' }));
const make = (sentence: string) => fireEvent.click(moves().getByText(said(sentence), { selector: 'button span' }));
const picture = () => screen.getByRole('region', { name: 'The run' }).textContent;
const checked = () => screen.getByRole('region', { name: 'What is checked' }).textContent;

/** A move's words are split where what is carried stands out. */
const said = (sentence: string) => (_: string, element: Element | null) => element?.textContent === sentence;

async function open(link: string) {
  location.hash = link.slice(link.indexOf('#'));
  await renderScreen(labScreen, {}, fakeServices());
  await screen.findByRole('button', { name: 'By hand' });
}

/** The same link on another device. */
async function openElsewhere(link: string) {
  cleanup();
  await open(link);
}

test('by hand the reader makes every move, faults too, and steps back', async () => {
  await open('#protocol=raft&size=3&seed=1');
  fireEvent.click(button('By hand'));
  expect(screen.queryByRole('button', { name: 'Run' })).toBeNull();
  make('A’s election timer fires');
  make('Crash B');
  expect(picture()).toContain('2 moves');
  expect(screen.queryByText('Crash B')).toBeNull();
  fireEvent.click(button('Step back'));
  expect(picture()).toContain('1 move');
  make('Crash C');
  expect(screen.getByText('Other ways you tried (1)')).toBeTruthy();
  fireEvent.click(button('Restart'));
  expect(screen.getByText('Nothing has happened yet.')).toBeTruthy();
  fireEvent.click(button('In time'));
  expect(settingsIn(location.hash)).toEqual({ protocol: 'raft', size: 3, seed: 1 });
});

test('the link keeps the moves: the same position elsewhere', async () => {
  await open('#protocol=raft&size=3&seed=1&hand=');
  make('A’s election timer fires');
  make('Crash B');
  const link = location.hash;
  const seen = picture();
  await openElsewhere(link);
  expect(picture()).toBe(seen);
  expect(location.hash).toBe(link);
});

test('a link that is broken or outdated says so, and the cluster stands at its start', async () => {
  await open('#protocol=raft&size=3&seed=1&hand=');
  make('Crash B');
  const link = location.hash;
  await openElsewhere(link.replace(/.{8}$/, '00000000'));
  expect(screen.getByText(/^This link is older than the lab/)).toBeTruthy();
  expect(screen.getByText('Nothing has happened yet.')).toBeTruthy();
  await openElsewhere(link.slice(0, -3));
  expect(screen.getByText(/^This link does not lead to a position/)).toBeTruthy();
  make('Crash B');
  expect(screen.queryByText(/^This link/)).toBeNull();
});

test('another cluster begins anew, still by hand', async () => {
  await open('#protocol=raft&seed=1&hand=');
  make('Crash B');
  fireEvent.change(screen.getByLabelText('Protocol'), { target: { value: 'gossip' } });
  expect(settingsIn(location.hash)).toEqual({ protocol: 'gossip', seed: 1, hand: '' });
  expect(picture()).toContain('0 moves');
});

test('a figure’s script is played, with its requests and names, and its own JSON comes out again', async () => {
  const figure = {
    protocol: 'request-response',
    broken: 'noIdempotencyKey',
    requests: [[], [20]],
    moves: [
      'Anna asks: pay 20',
      'Deliver Pay(20, try 1) from Anna to Shop',
      'Anna’s retry timer fires',
      'Deliver Pay(20, try 2) from Anna to Shop',
    ],
    names: ['Shop', 'Anna'],
  };
  await open(labLink(figure));
  expect(screen.queryByText(/^This link/)).toBeNull();
  expect(picture()).toContain('4 moves');
  expect(checked()).toContain('“Charged at most once” is broken by move 4');
  const written = screen.getByLabelText<HTMLTextAreaElement>('Figure JSON').value;
  expect(simulation.parse(JSON.parse(written).simulation)).toEqual({ ...figure, breaks: 'Charged at most once' });
});

test('a figure with a seed keeps its seed, its network and its faults', async () => {
  const link = labLink({
    protocol: 'raft',
    timed: {
      seed: 9,
      until: 100,
      link: { latency: [5, 15], loss: 0.1, duplication: 0 },
      faults: [
        { at: 40, move: 'Crash B' },
        { at: 60, move: 'Cut the link between A and C' },
      ],
    },
  });
  await open(link);
  await expect
    .poll(() => settingsIn(location.hash))
    .toEqual({
      protocol: 'raft',
      seed: 9,
      latency: [5, 15],
      loss: 0.1,
      duplication: 0,
      faults: [
        { at: 40, kind: 'crash', node: 1 },
        { at: 60, kind: 'cut', node: 0, other: 2 },
      ],
    });
});

test('a puzzle’s system opens at its start, by hand', async () => {
  await open(labLinkOfPuzzle({ protocol: 'request-response', requests: [[], [30]], names: ['Shop', 'Anna'] }));
  make('Anna asks: pay 30');
  expect(picture()).toContain('1 move');
});
