import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardFor, catalogEntries } from '#build/entries.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import { boards } from '#protocols/boards.ts';
import { loadBoard } from '#puzzles/load-board.ts';
import { canonicalJson } from '#simulator/digest.ts';
import { boardOfShop, playSaid, walk } from './board-of-shop.ts';

const faultOf = (system: Partial<PuzzleSystem>) => {
  const board = boardFor({ protocol: 'request-response', ...system });
  return board.ok ? undefined : board.fault;
};

describe('a board', () => {
  test('has only the moves that the player is given, and says so in its bounds', () => {
    const board = boardOfShop({ moves: ['request', 'fire: retry timer'] });
    const { states } = playSaid(board, ['Customer asks: pay 20']);
    expect(board.system.moves(states[1]).map((step) => board.say(states[1], step))).toEqual([
      'Customer’s retry timer fires',
    ]);
    expect(board.bounds).toContain('no other moves than: request, fire retry timer');
    expect(board.bounds).toContain('no faults');
  });

  test('calls a move by its kind, its thing, and where it goes', () => {
    const board = boardOfShop();
    const { states } = playSaid(board, ['Customer asks: pay 20']);
    expect(board.system.moves(states[1]).flatMap(board.namesOf)).toEqual(
      expect.arrayContaining(['deliver', 'deliver: Pay', 'deliver to Shop', 'drop from Customer', 'fire at Customer']),
    );
  });

  test('comes when it is asked for, whether a protocol or written by hand', async () => {
    const loaded = await loadBoard({ protocol: 'gossip-rounds', size: 4 });
    expect(loaded.ok && loaded.value.names).toEqual(['A', 'B', 'C', 'D']);
    expect((await loadBoard({ protocol: 'request-response' })).ok).toBe(true);
    expect((await loadBoard({ protocol: 'smoke-signals' })).ok).toBe(false);
  });

  test('says what it cannot be', () => {
    expect(faultOf({ broken: 'noShop' })?.path).toBe('broken');
    expect(faultOf({ size: 9 })?.path).toBe('size');
    expect(faultOf({ options: { retries: 'many' } })?.path).toBe('options');
    expect(faultOf({ options: { patience: 1 } })?.path).toBe('options');
    expect(faultOf({ requests: [[], [], [1]] })?.path).toBe('requests');
    expect(faultOf({ sheltered: [5] })?.path).toBe('sheltered');
    expect(faultOf({ within: { atLeast: 1, of: 'patience' } })?.path).toBe('within');
    expect(faultOf({ symmetric: true })?.path).toBe('symmetric');
    expect(faultOf({ withoutIdle: true })?.path).toBe('withoutIdle');
    expect(faultOf({ protocol: 'gossip-rounds', requests: [] })?.path).toBe('requests');
    expect(faultOf({ protocol: 'quorum-register', symmetric: true, moves: ['deliver to A'] })?.path).toBe('moves');
  });
});

const systems: readonly PuzzleSystem[] = [
  ...[...catalogEntries].flatMap(([protocol, { brokenRules }]) => [
    { protocol },
    ...Object.keys(brokenRules).map((broken) => ({ protocol, broken })),
  ]),
  ...Object.keys(boards).map((protocol) => ({ protocol })),
];

test.each(systems.map((system) => [system.protocol, system.broken ?? 'all its rules', system] as const))(
  'what is observed of %s with %s is the same in states that count as one, and no move has no name',
  (_, _rule, system) => {
    const board = boardFor(system);
    if (!board.ok) throw new Error(board.fault.reason);
    const { system: played, observations, namesOf } = board.value;
    const seenByKey = new Map<string, string>();
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 25 }), (choices) => {
        const { states, steps } = walk(board.value, choices);
        for (const state of states) {
          const seen = canonicalJson(Object.entries(observations).map(([name, observe]) => [name, observe(state)]));
          const key = played.key(state);
          expect(seenByKey.get(key) ?? seen).toBe(seen);
          seenByKey.set(key, seen);
        }
        for (const step of steps) expect(namesOf(step)[0]).toMatch(/^[a-z]+$/i);
      }),
      { numRuns: 20 },
    );
  },
);
