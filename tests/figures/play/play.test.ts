import { expect, test } from 'vitest';
import {
  beginPlay,
  canStepBack,
  follow,
  makeMove,
  restart,
  sharedMoves,
  stepBack,
  waysBack,
} from '#figures/play/play.ts';
import type { System } from '#simulator/system.ts';

/** Three moves from everywhere; a state is the moves that led to it. */
const system = {
  init: () => '',
  moves: () => ['a', 'b', 'c'],
  apply: (state: string, step: string) => state + step,
  key: (state: string) => state,
} as System<unknown, unknown>;

const played = (...indexes: readonly number[]) =>
  indexes.reduce((play, index) => makeMove(system, play, index), beginPlay(system));
const at = (play: ReturnType<typeof played>) => play.replay.states.at(-1);

test('a move is made, and taken back', () => {
  const play = played(0, 1);
  expect(at(play)).toBe('ab');
  expect(at(stepBack(play))).toBe('a');
  expect(canStepBack(stepBack(stepBack(play)))).toBe(false);
});

test('going another way keeps the one before, and one can go back to it', () => {
  const turned = makeMove(system, stepBack(played(0, 1, 2)), 0);
  expect(at(turned)).toBe('aba');
  expect(waysBack(turned)).toEqual([[0, 1, 2]]);
  const back = follow(system, turned, [0, 1, 2]);
  expect(at(back)).toBe('abc');
  expect(waysBack(back)).toEqual([[0, 1, 0]]);
});

test('after stepping back the way ahead is still there, and the same move goes on along it', () => {
  const back = stepBack(stepBack(played(0, 1, 2)));
  expect(waysBack(back)).toEqual([[0, 1, 2]]);
  const on = makeMove(system, back, 1);
  expect(waysBack(on)).toEqual([[0, 1, 2]]);
  expect(waysBack(makeMove(system, on, 2))).toEqual([]);
});

test('a restart loses nothing', () => {
  const again = makeMove(system, restart(played(0, 1)), 2);
  expect(at(again)).toBe('c');
  expect(waysBack(again)).toEqual([[0, 1]]);
});

test('nobody steps back over moves that were made beforehand', () => {
  const play = beginPlay(system, [2, 2]);
  expect(at(stepBack(play))).toBe('cc');
  expect(at(restart(makeMove(system, play, 0)))).toBe('cc');
});

test('only the last few ways are kept', () => {
  let play = played(0, 0, 0, 0);
  for (let turn = 0; turn < 20; turn++) {
    play = restart(play);
    for (const digit of [turn % 3, Math.floor(turn / 3) % 3, Math.floor(turn / 9), 1])
      play = makeMove(system, play, digit);
  }
  expect(waysBack(play)).toHaveLength(6);
});

test('two ways part after the moves they share', () => {
  expect(sharedMoves([0, 1, 2], [0, 1, 0])).toBe(2);
  expect(sharedMoves([0], [0, 1])).toBe(1);
  expect(sharedMoves([], [1])).toBe(0);
});

test('a move that is not possible changes nothing', () => {
  const play = played(0);
  expect(makeMove(system, play, 7)).toBe(play);
});
