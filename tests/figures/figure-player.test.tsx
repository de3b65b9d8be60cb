// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Figure } from '#content/figure.ts';
import { FigurePlayer } from '#figures/figure-player.tsx';
import { ServicesContext } from '#services/services.ts';
import { fakeServices } from '#tests/support/fake-services.tsx';
import { announce, LiveRegion } from '#ui/live-region.tsx';
import { sampleFigure } from './sample-figure.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  announce('');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const predicted: [string, boolean][] = [];

function show(answered: string | null = null, figure: Figure = sampleFigure) {
  predicted.length = 0;
  const services = fakeServices();
  const view = render(
    <ServicesContext.Provider value={services}>
      <FigurePlayer
        figure={figure}
        answered={answered}
        onPredict={(choice, isRight) => predicted.push([choice, isRight])}
      />
      <LiveRegion />
    </ServicesContext.Provider>,
  );
  return { ...view, services };
}

const picture = () => screen.getByRole('img').getAttribute('aria-label');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const predict = (name: string) => {
  fireEvent.click(screen.getByRole('radio', { name }));
  press('Run it');
};
const playOn = (steps: number) => {
  for (let step = 0; step < steps; step++) void act(() => void vi.advanceTimersByTime(1100));
};

test('before a prediction only the first events are shown, and nothing can be played', () => {
  show();
  expect(picture()).toBe(
    'A charge, sent again. Space-time diagram of You and Payments, time running down, 3 of 5 steps shown.',
  );
  expect(screen.queryByRole('button', { name: 'Step' })).toBeNull();
  expect(screen.queryByText('Nothing tells the two charges apart.')).toBeNull();
  press('As text');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '1You send a charge.',
    '2Payments charges the card.',
    '3The answer is lost.',
  ]);
});

test('nothing runs until something is predicted', () => {
  show();
  expect(screen.getByRole('button', { name: 'Run it' }).getAttribute('aria-disabled')).toBe('true');
  press('Run it');
  expect(predicted).toEqual([]);
  expect(picture()).toContain('3 of 5 steps');
});

test('a prediction is reported once, with whether the run bears it out, and the run plays to its end', () => {
  show();
  predict('The second one is refused');
  expect(predicted).toEqual([['refused', false]]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause' }));
  expect(picture()).toContain('4 of 5 steps');
  expect(screen.queryByText('The run shows something else.')).toBeNull();
  playOn(1);
  expect(picture()).toContain('all 5 steps');
  expect(screen.getByText('The run shows something else.')).toBeTruthy();
  expect(screen.getByText('The second charge is as good as the first.')).toBeTruthy();
});

test('the end explains what was predicted and what is right, and nothing else', () => {
  show();
  predict('The second one is refused');
  playOn(2);
  expect(document.body.textContent).toContain('Nothing tells the two charges apart.');
  expect(document.body.textContent).toContain('You predicted this. Refusing needs a key to know it by.');
  expect(document.body.textContent).not.toContain('The server is well.');
});

test('a timer lives only while the run plays', () => {
  const { unmount } = show();
  expect(vi.getTimerCount()).toBe(0);
  predict('The customer pays twice');
  expect(vi.getTimerCount()).toBe(1);
  press('Pause');
  expect(vi.getTimerCount()).toBe(0);
  press('Play');
  playOn(2);
  expect(vi.getTimerCount()).toBe(0);
  press('Replay');
  expect(vi.getTimerCount()).toBe(1);
  void act(() => void unmount());
  expect(vi.getTimerCount()).toBe(0);
});

test('a step says its sentence, and the focus stays where it was', () => {
  show();
  predict('The customer pays twice');
  press('Pause');
  const step = screen.getByRole('button', { name: 'Step' });
  step.focus();
  fireEvent.click(step);
  expect(document.activeElement).toBe(step);
  expect(screen.getByRole('status').textContent?.trim()).toBe('Payments charges a second time.');
  expect(step.getAttribute('aria-disabled')).toBe('true');
  press('Back');
  expect(screen.getByRole('status').textContent?.trim()).toBe('You send it again.');
  expect(screen.getByText('The run bears you out.')).toBeTruthy();
});

test('a figure answered before shows the whole run at once, silently, and can be replayed', () => {
  show('twice');
  expect(picture()).toContain('all 5 steps');
  expect(screen.getByText('The run bears you out.')).toBeTruthy();
  expect(screen.getByRole('status').textContent?.trim()).toBe('');
  expect(document.activeElement).toBe(document.body);
  press('Replay');
  expect(picture()).toContain('0 of 5 steps');
  playOn(2);
  expect(picture()).toContain('2 of 5 steps');
  expect(predicted).toEqual([]);
});

test('an answer that is learned after the first paint opens the whole run, silently', () => {
  const { rerender } = show(null);
  rerender(
    <>
      <FigurePlayer figure={sampleFigure} answered="refused" onPredict={() => {}} />
      <LiveRegion />
    </>,
  );
  expect(picture()).toContain('all 5 steps');
  expect(screen.getByRole('status').textContent?.trim()).toBe('');
  expect(screen.queryByRole('radio')).toBeNull();
});

test('the scrubber goes to any step and says which', () => {
  show('twice');
  const scrubber = screen.getByRole('slider', { name: 'Step' });
  fireEvent.input(scrubber, { target: { value: '2' } });
  expect(picture()).toContain('2 of 5 steps');
  expect(scrubber.getAttribute('aria-valuetext')).toBe('Step 2 of 5');
});

test('choosing a step of the text points it out, and a tap on the picture chooses it too', () => {
  const { container } = show('twice');
  press('As text');
  const list = screen.getByRole('list', { name: 'The steps, as text' });
  const current = () =>
    within(list)
      .getAllByRole('listitem')
      .findIndex((item) => item.getAttribute('aria-current') === 'step');
  expect(current()).toBe(4);
  fireEvent.click(within(list).getByRole('button', { name: 'Payments charges the card.' }));
  expect(current()).toBe(1);
  const event = container.querySelector('[data-event="2"]');
  expect(event).not.toBeNull();
  if (event) fireEvent.click(event);
  expect(current()).toBe(2);
});

const withSecondRun: Figure = {
  ...sampleFigure,
  again: { title: 'With a key', nodes: sampleFigure.nodes, events: sampleFigure.events.slice(0, 4) },
};

test('a second run follows the first, and only then the outcome is told', () => {
  show(null, withSecondRun);
  expect(screen.queryByRole('button', { name: 'Then: With a key' })).toBeNull();
  predict('The customer pays twice');
  playOn(1);
  expect(screen.queryByText('The run bears you out.')).toBeNull();
  press('Then: With a key');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause' }));
  expect(picture()).toBe('With a key. Space-time diagram of You and Payments, time running down, 1 of 4 steps shown.');
  playOn(3);
  expect(screen.getByText('The run bears you out.')).toBeTruthy();
  press('Back to the first run');
  expect(picture()).toContain('A charge, sent again.');
  expect(picture()).toContain('all 5 steps');
});

test('on a later visit both runs are there to be replayed', () => {
  show('twice', withSecondRun);
  expect(screen.getByText('The run bears you out.')).toBeTruthy();
  press('Then: With a key');
  expect(picture()).toContain('With a key.');
});

test('after the outcome of a run of the simulator its reader may try every order', async () => {
  vi.useRealTimers();
  const simulation = { protocol: 'request-response', moves: ['Customer asks: pay 20'] };
  const { services } = show('twice', { ...sampleFigure, simulation });
  fireEvent.click(await screen.findByRole('button', { name: 'Try every order' }));
  expect(services.searches.asked.map(({ question }) => question.protocol)).toEqual(['request-response']);
});

test('a recorded run has no other orders to try', () => {
  show('twice');
  expect(screen.queryByRole('group', { name: 'Every order' })).toBeNull();
});
