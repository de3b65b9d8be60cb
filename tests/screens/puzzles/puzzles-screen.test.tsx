// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { puzzlesScreen } from '#screens/puzzles/puzzles-screen.tsx';
import { fakeServices, renderScreen } from '#tests/support/fake-services.tsx';
import { contentWithPuzzle } from '#tests/support/fixture-puzzle.ts';

afterEach(cleanup);

const row = () => screen.findByRole('link', { name: /The silent shop/ });
const tried = { puzzle: 'silent-shop', rung: 'alone', hints: 0, wrongClaims: 0 } as const;
const solved = (round: string) =>
  ({ kind: 'puzzleSolved', ...tried, round, moves: 1, by: 'moves', isClean: true, cards: [] }) as const;

test('puzzles stand under their modules, with their concept and how they stand', async () => {
  const services = fakeServices(contentWithPuzzle());
  await renderScreen(puzzlesScreen, {}, services);
  expect((await row()).textContent).toMatch(/Crossing.*3 rounds/);
  await services.progress.record(
    [{ kind: 'puzzleAttempted', ...tried, round: 'silence', path: [] }],
    services.clock.now(),
  );
  expect(await screen.findByText('tried')).toBeTruthy();
  await services.progress.record([solved('silence')], services.clock.now());
  expect(await screen.findByText('1 of 3 solved')).toBeTruthy();
  await services.progress.record([solved('twice'), solved('with-a-key')], services.clock.now());
  expect(await screen.findByText('solved')).toBeTruthy();
});

test('where the log cannot be read it is said, and the puzzles are there', async () => {
  const services = fakeServices(contentWithPuzzle());
  services.breakStorage({ kind: 'denied' });
  await renderScreen(puzzlesScreen, {}, services);
  expect(await row()).toBeTruthy();
  expect(await screen.findByText(/storage/i)).toBeTruthy();
});
