// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProofPanel } from '#figures/proof-panel.tsx';
import type { SearchOutcome } from '#services/search-service.ts';
import { ServicesContext } from '#services/services.ts';
import { announce, LiveRegion } from '#ui/live-region.tsx';
import { fakeServices } from '#tests/support/fake-services.tsx';

beforeEach(() => announce(''));
afterEach(cleanup);

function show() {
  const services = fakeServices();
  const { unmount } = render(
    <ServicesContext.Provider value={services}>
      <ProofPanel question={{ protocol: 'request-response', requests: [[], [20]] }} />
      <LiveRegion />
    </ServicesContext.Provider>,
  );
  const search = () => services.searches.asked.at(-1)!;
  const end = async (outcome: SearchOutcome) => {
    search().end(outcome);
    await ended();
  };
  return { services, unmount, search, end };
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => act(async () => void fireEvent.click(button(name)));
const panel = () => within(screen.getByRole('group'));
const isBusy = () => screen.getByRole('group').getAttribute('aria-busy');
const ended = () => waitFor(() => expect(isBusy()).toBe('false'));
const text = () => screen.getByRole('group').textContent;
const spoken = () => screen.getByRole('status').textContent?.trim();

const found: SearchOutcome = {
  kind: 'found',
  invariant: 'Charged at most once',
  why: 'operation 0 was charged more than once',
  moves: ['Customer asks: pay 20', 'Customer’s retry timer fires'],
  states: 23,
};
const holds: SearchOutcome = {
  kind: 'holds',
  invariants: ['Charged at most once'],
  states: 2113,
  depth: 17,
  digest: '0123456789abcdef',
  bounds: ['2 nodes', '1 crash', 'no other fault'],
};

test('nothing is searched before it is asked for; then the figure’s own question is, to the limit of a phone', async () => {
  const { services, search } = show();
  expect(services.searches.asked).toEqual([]);
  await press('Try every order');
  expect(search().question).toEqual({ protocol: 'request-response', requests: [[], [20]], limit: 50_000 });
});

test('a search that runs shows how far it is, and speaks of its start only', async () => {
  const { search } = show();
  expect(isBusy()).toBe('false');
  await press('Try every order');
  expect(isBusy()).toBe('true');
  expect(spoken()).toBe('Searching every order.');
  await act(async () => search().progress({ states: 12_400, edges: 40_000, depth: 7 }));
  expect(text()).toContain('Searching: 12,400 worlds so far, 7 moves deep.');
  expect(spoken()).toBe('Searching every order.');
});

test('what cannot happen is said with the size of the proof and all its bounds', async () => {
  const { end } = show();
  await press('Try every order');
  await end(holds);
  const verdict =
    'It cannot happen: all 2,113 worlds were searched, up to 17 moves deep, within: 2 nodes, 1 crash, no other fault.';
  expect(panel().getByText(verdict)).toBeTruthy();
  expect(spoken()).toBe(verdict);
  expect(text()).toContain('“Charged at most once”');
  expect(text()).toContain('0123456789abcdef');
  expect(isBusy()).toBe('false');
});

test('what can happen is told move by move, with the rule that was taken away and the one that breaks', async () => {
  const { end } = show();
  await press('Try every order');
  await end({ ...found, missing: 'A retry carries nothing by which the server could know it.' });
  expect(panel().getByText('It can happen. Shortest way, 2 moves:')).toBeTruthy();
  const steps = within(screen.getByRole('list', { name: 'The shortest way' })).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    '1Customer asks: pay 20',
    '2Customer’s retry timer fires',
  ]);
  expect(text()).toContain('One rule is missing: A retry carries nothing by which the server could know it.');
  expect(text()).toContain('This breaks “Charged at most once”: operation 0 was charged more than once.');
});

test('a search that is stopped has settled nothing, and gives the focus back to where it began', async () => {
  const { search } = show();
  await press('Try every order');
  await act(async () => search().progress({ states: 4000, edges: 9000, depth: 5 }));
  button('Stop').focus();
  await press('Stop');
  await ended();
  expect(search().signal.aborted).toBe(true);
  expect(panel().getByText('Not settled: you stopped it after 4,000 worlds.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  expect(document.activeElement).toBe(button('Try every order'));
});

test('the focus stays on the button while the search runs and after it, and a second press starts no second search', async () => {
  const { services, end } = show();
  button('Try every order').focus();
  await press('Try every order');
  expect(button('Try every order').getAttribute('aria-disabled')).toBe('true');
  await press('Try every order');
  expect(services.searches.asked).toHaveLength(1);
  await end(holds);
  expect(document.activeElement).toBe(button('Try every order'));
  await press('Try every order');
  expect(services.searches.asked).toHaveLength(2);
  expect(text()).not.toContain('It cannot happen');
});

test.each<[SearchOutcome, string]>([
  [{ kind: 'unknown', states: 50_000, limit: 50_000 }, 'Not settled: stopped after 50,000 worlds.'],
  [{ kind: 'failed', why: 'There is no protocol “x”.' }, 'There is no protocol “x”.'],
  [{ ...found, moves: [] }, 'It can happen, and is so before the first move.'],
  [{ ...found, moves: ['Crash A'] }, 'It can happen. Shortest way, 1 move:'],
])('an outcome is put in words: %o', async (outcome, words) => {
  const { end } = show();
  await press('Try every order');
  await end(outcome);
  expect(panel().getByText(words)).toBeTruthy();
});

test('a search ends with the page that asked for it', async () => {
  const { unmount, search } = show();
  await press('Try every order');
  await act(async () => void unmount());
  expect(search().signal.aborted).toBe(true);
});

test('a search whose code cannot be had says so, and can be tried again', async () => {
  const { search, end } = show();
  await press('Try every order');
  search().breakOff(new Error('no network'));
  await ended();
  expect(panel().getByText('The search broke off: Error: no network')).toBeTruthy();
  await press('Try every order');
  await end(holds);
  expect(text()).toContain('It cannot happen');
});
