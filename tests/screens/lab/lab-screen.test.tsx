// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labLink } from '#figures/lab-link.ts';
import { labScreen } from '#screens/lab/lab-screen.tsx';
import { settingsIn } from '#screens/lab/settings-link.ts';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function open(link = '') {
  location.hash = link;
  const services = fakeServices();
  await renderScreen(labScreen, {}, services);
  await screen.findByRole('button', { name: 'Step' });
  return services;
}

test('a run goes step by step, back too, and what a node holds is read at each instant', async () => {
  await open('#protocol=raft&size=3&seed=3');
  expect(screen.getByText('Nothing has happened yet.')).toBeTruthy();
  for (let made = 0; made < 12; made++) fireEvent.click(button('Step'));
  expect(screen.getByText(/· 12 moves$/)).toBeTruthy();
  const slider = screen.getByRole('slider', { name: 'Instant' });
  expect(slider.getAttribute('aria-valuetext')).toBe('Move 12 of 12');
  fireEvent.click(button('Back'));
  expect(slider.getAttribute('aria-valuetext')).toBe('Move 11 of 12');
  fireEvent.click(screen.getByRole('radio', { name: 'B' }));
  const nodes = within(screen.getByRole('region', { name: 'Nodes' }));
  expect(nodes.getByText('On disk')).toBeTruthy();
  expect(nodes.getByText('current term')).toBeTruthy();
});

test('another protocol, a rule less, a seed: each begins a new run, and the address says it', async () => {
  await open();
  choose('Protocol', 'quorum-register');
  choose('Its rules', 'noWriteBack');
  fireEvent.click(button('Another seed'));
  expect(settingsIn(location.hash)).toEqual({ protocol: 'quorum-register', broken: 'noWriteBack', seed: 1 });
  expect(screen.getByText(/^Time 0.00 · 0 moves$/)).toBeTruthy();
});

test('a node that is let crash is down, and the fault stands among the others', async () => {
  await open('#protocol=gossip&seed=1&faults=');
  for (let made = 0; made < 5; made++) fireEvent.click(button('Step'));
  fireEvent.click(button('Crash'));
  fireEvent.click(button('500 moves on'));
  expect(screen.getByText(/^A is down/)).toBeTruthy();
  expect(screen.getByText('Faults (1)')).toBeTruthy();
});

test('what is broken is said in words, and its history is drawn', async () => {
  await open('#protocol=quorum-register&without=quorumsDoNotOverlap&latency=1-80&rounds=8&seed=1');
  const checked = within(screen.getByRole('region', { name: 'What is checked' }));
  for (let seed = 1; seed < 60 && !checked.queryByText(/is broken/); seed++) {
    const field = screen.getByLabelText('Seed');
    fireEvent.input(field, { target: { value: String(seed + 1) } });
    fireEvent.change(field);
    fireEvent.click(button('500 moves on'));
  }
  expect(checked.getByText('“Linearizability” is broken')).toBeTruthy();
  expect(checked.getByText(/No order has a place for the read of/)).toBeTruthy();
  expect(checked.getByRole('img', { name: /^What clients asked and saw/ })).toBeTruthy();
  fireEvent.click(button('Show the moment'));
  expect(screen.getByRole('slider', { name: 'Instant' })).toBeTruthy();
});

test('a set-up is kept under its name, opened again, and deleted', async () => {
  const services = await open('#protocol=paxos&seed=8');
  fireEvent.input(screen.getByLabelText('Name of this set-up'), { target: { value: 'Duel' } });
  fireEvent.click(button('Save'));
  const link = await screen.findByRole('link', { name: 'Duel' });
  expect(await services.labSetUps.list()).toEqual({
    ok: true,
    value: [{ name: 'Duel', link: 'protocol=paxos&seed=8' }],
  });
  choose('Protocol', 'gossip');
  fireEvent.click(link);
  expect(settingsIn(location.hash)).toEqual({ protocol: 'paxos', seed: 8 });
  fireEvent.click(button('Delete “Duel”'));
  await expect.poll(() => screen.queryByRole('link', { name: 'Duel' })).toBeNull();
});

test('a figure’s link sets up the lab as the figure is', () => {
  const link = labLink({
    protocol: 'raft',
    broken: 'noLogCheckOnVotes',
    timed: { seed: 9, until: 100, link: { latency: [5, 15], loss: 0.1, duplication: 0 }, thinkTime: [1, 2] },
  });
  expect(settingsIn(link.slice(link.indexOf('#')))).toEqual({
    protocol: 'raft',
    broken: 'noLogCheckOnVotes',
    seed: 9,
    latency: [5, 15],
    loss: 0.1,
    duplication: 0,
    thinkTime: [1, 2],
  });
});
