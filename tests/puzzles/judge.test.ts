import { expect, test } from 'vitest';
import type { ProvenRound } from '#content/compiled.ts';
import { isClean, isImpossible, standingOf } from '#puzzles/judge.ts';
import { boardOfShop, playSaid } from './board-of-shop.ts';

const round = { goal: { atLeast: 1, of: 'charges' }, live: 'Charged {charges} {charges: time|times}.' };
const asked = ['Customer asks: pay 20'];
const delivered = [...asked, 'Deliver Pay(20, try 1) from Customer to Shop'];

test('a goal is met in the state that meets it, and the live sentence says how far one is', () => {
  const board = boardOfShop();
  expect(standingOf(board, round, playSaid(board, asked))).toEqual({
    isSolved: false,
    live: 'Charged 0 times.',
    moves: 1,
    isStuck: false,
    isOutOfBounds: false,
  });
  expect(standingOf(board, round, playSaid(board, delivered))).toMatchObject({
    isSolved: true,
    live: 'Charged 1 time.',
  });
});

test('where nothing can happen any more, one is stuck; beyond the bounds it is said that they are why', () => {
  const board = boardOfShop({ moves: ['request', 'drop'] });
  const lost = playSaid(board, [...asked, 'Lose Pay(20, try 1) from Customer to Shop']);
  expect(standingOf(board, round, lost)).toMatchObject({ isStuck: true, isOutOfBounds: false });
  const bounded = boardOfShop({ within: { atMost: 0, of: 'losses' }, bounds: ['no loss is looked past'] });
  const beyond = playSaid(bounded, [...asked, 'Lose Pay(20, try 1) from Customer to Shop']);
  expect(standingOf(bounded, round, beyond)).toMatchObject({ isStuck: true, isOutOfBounds: true });
});

test('that it cannot be done is right where it was proven', () => {
  const proven = (kind: string) => ({ truth: { kind } }) as unknown as ProvenRound;
  expect(isImpossible(proven('impossible'))).toBe(true);
  expect(isImpossible(proven('possible'))).toBe(false);
});

test('a solve is clean without hints and without a wrong claim', () => {
  expect(isClean({ hints: 0, wrongClaims: 0 })).toBe(true);
  expect(isClean({ hints: 1, wrongClaims: 0 })).toBe(false);
  expect(isClean({ hints: 0, wrongClaims: 1 })).toBe(false);
});
