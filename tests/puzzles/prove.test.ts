import { describe, expect, test } from 'vitest';
import { provenRound } from '#build/proven-round.ts';
import { proofSources } from '#build/proof-sources.ts';
import { boardFor } from '#build/entries.ts';
import type { Condition, PuzzleSystem, Round, Trap } from '#content/puzzle.ts';
import { boards } from '#protocols/boards.ts';
import { catalog } from '#protocols/catalog.ts';
import { reaches, told } from '#puzzles/prove.ts';
import { boardOfShop, shop } from './board-of-shop.ts';

const root = process.cwd();
const charged: Condition = { atLeast: 1, of: 'charges' };
const round = (goal: Condition, traps: readonly Trap[] = []): Round => ({
  id: 'round',
  ask: 'Do it.',
  live: '',
  system: shop,
  goal,
  prediction: { prompt: 'What?', options: [], answer: 'a' },
  traps: [...traps],
  hints: ['Think.'],
  explanation: ['So.'],
});
const prove = (goal: Condition, traps: readonly Trap[] = [], limit = 10_000) =>
  provenRound(root, boardOfShop(), round(goal, traps), { limit });

describe('a proof', () => {
  test('of what can be done is a shortest way that can be played', () => {
    const { truth } = prove(charged);
    if (truth?.kind !== 'possible') throw new Error('it can be done');
    expect(told(boardOfShop(), truth.path)).toEqual([
      'Customer asks: pay 20',
      'Deliver Pay(20, try 1) from Customer to Shop',
    ]);
    expect(truth.par).toBe(2);
    expect(reaches(boardOfShop(), charged, truth.path)).toBe(true);
    expect(reaches(boardOfShop(), charged, [0])).toBe(false);
    expect(reaches(boardOfShop(), charged, [99])).toBe(false);
  });

  test('of what cannot be done tells its bounds, and is the same each time', () => {
    const never: Condition = { atLeast: 2, of: 'charges' };
    const { truth } = prove(never);
    expect(truth).toMatchObject({ kind: 'impossible', digest: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(truth?.kind === 'impossible' && truth.bounds).toEqual(boardOfShop().bounds);
    expect(prove(never).truth).toEqual(truth);
  });

  test('is none where the limit is too low', () => {
    const { proof, truth } = prove({ atLeast: 2, of: 'charges' }, [], 5);
    expect(proof.kind).toBe('unknown');
    expect(truth).toBeUndefined();
  });
});

describe('a trap', () => {
  test('that keeps to moves which do not lead there is tried and told', () => {
    const { truth } = prove(charged, [{ id: 'lose-it', text: 'It is lost.', moves: ['request', 'drop', 'fire'] }]);
    expect(truth?.traps).toEqual({ 'lose-it': expect.any(Number) });
  });

  test('that keeps out of the states on every way there fails too', () => {
    const silent: Trap = { id: 'silent', text: 'Nobody asks.', without: { atLeast: 1, of: 'packets' } };
    expect(prove(charged, [silent]).truth).toBeDefined();
  });

  test('that reaches the goal is no trap: there is no truth, and the way is known', () => {
    const { truth, traps } = prove(charged, [{ id: 'deliver', text: 'No.', moves: ['request', 'deliver'] }]);
    expect(truth).toBeUndefined();
    expect(traps[0]?.proof).toMatchObject({ kind: 'possible', path: [0, 0] });
  });
});

test('fewer states stand for all, and the verdict is the same', () => {
  const system: PuzzleSystem = {
    protocol: 'quorum-register',
    options: { r: 2, w: 2, writesBack: false },
    requests: [[], [], [], [{ kind: 'write', value: 'x' }], [{ kind: 'read' }]],
    moves: ['request', 'deliver'],
  };
  const stale: Condition = { atLeast: 1, of: 'staleReads' };
  const [whole, reduced] = [system, { ...system, symmetric: true, withoutIdle: true } as const].map((each) => {
    const board = boardFor(each);
    if (!board.ok) throw new Error(board.fault.reason);
    return provenRound(root, board.value, round(stale), { limit: 50_000 }).proof;
  });
  expect([whole?.kind, reduced?.kind]).toEqual(['impossible', 'impossible']);
  expect(reduced?.states).toBeLessThan((whole?.states ?? 0) / 4);
});

describe('what a long proof rests on', () => {
  test('is found for every protocol, and differs with the round’s own text', () => {
    for (const protocol of [...Object.keys(catalog), ...Object.keys(boards)])
      expect(proofSources(root, { ...round(charged), system: { protocol } })).toMatch(/^[0-9a-f]{16}$/);
    const other = proofSources(root, round({ atLeast: 2, of: 'charges' }));
    expect(proofSources(root, round(charged))).not.toBe(other);
  });

  test('does not change with words that no search reads', () => {
    expect(proofSources(root, { ...round(charged), ask: 'Please do it.' })).toBe(proofSources(root, round(charged)));
  });
});
