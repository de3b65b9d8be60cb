// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RunReplay } from '#figures/run-replay.tsx';
import { sampleFigure } from './sample-figure.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = () =>
  act(
    () =>
      void render(
        <RunReplay run={sampleFigure} title="What happened">
          <p>That is partial failure.</p>
        </RunReplay>,
      ),
  );
const playOn = (steps: number) => {
  for (let step = 0; step < steps; step++) void act(() => void vi.advanceTimersByTime(1100));
};

test('a replay plays as soon as it appears, with the focus on its control', () => {
  void show();
  expect(screen.getByRole('figure', { name: 'What happened' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pause' }));
  playOn(1);
  expect(screen.getByRole('img', { name: /2 of 5 steps shown/ })).toBeTruthy();
});

test('what it shows is said once the end was seen, and stays through a second look', () => {
  void show();
  playOn(3);
  expect(screen.queryByText('That is partial failure.')).toBeNull();
  playOn(1);
  expect(screen.getByText('That is partial failure.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Replay' }));
  expect(screen.getByRole('img', { name: /0 of 5 steps shown/ })).toBeTruthy();
  expect(screen.getByText('That is partial failure.')).toBeTruthy();
});
