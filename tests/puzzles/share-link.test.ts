import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openShared, readShared, sharedText, shareRun } from '#puzzles/share-link.ts';
import { boardOfShop, playSaid, walk } from './board-of-shop.ts';

const where = { puzzle: 'charged-or-not', round: 'one-silence' };
const board = boardOfShop();
const walks = fc.array(fc.nat(20), { maxLength: 12 }).map((choices) => walk(board, choices));

test('a run that is shared and opened is the same run', () =>
  fc.assert(
    fc.property(walks, (replay) => {
      const read = readShared(sharedText(shareRun(board.system, where, replay)));
      expect(read).toMatchObject(where);
      if (!read) return;
      const opened = openShared(board.system, read);
      expect(opened.ok && opened.value.indexes).toEqual(replay.indexes);
      expect(opened.ok && opened.value.states.map(board.system.key)).toEqual(replay.states.map(board.system.key));
    }),
  ));

test('a link is a few letters that need no escaping', () => {
  const replay = playSaid(board, ['Customer asks: pay 20', 'Deliver Pay(20, try 1) from Customer to Shop']);
  expect(sharedText(shareRun(board.system, where, replay))).toMatch(/^charged-or-not\.one-silence\.0-0\.[0-9a-f]{8}$/);
});

describe('a link that has grown stale is noticed', () => {
  const said = ['Customer asks: pay 20', 'Lose Pay(20, try 1) from Customer to Shop', 'Customer’s retry timer fires'];
  const shared = shareRun(board.system, where, playSaid(board, said));

  test('where a move can no longer be made, with how many still can', () => {
    const { system } = boardOfShop({ moves: ['request', 'drop'] });
    // With fewer moves, a place may name another one: then the end tells.
    expect(openShared(system, shared)).toEqual({ ok: false, fault: { kind: 'stale', at: 1 } });
  });

  test('where the same moves end elsewhere', () => {
    const { system } = boardOfShop({ requests: [[], [30]] });
    expect(openShared(system, shared)).toEqual({ ok: false, fault: { kind: 'stale', at: said.length } });
  });

  test('where its digits were changed', () => {
    const opened = openShared(board.system, { ...shared, end: shared.end === '00000000' ? '00000001' : '00000000' });
    expect(opened.ok).toBe(false);
  });
});

test('what is no link is not taken for one', () => {
  for (const text of ['', 'a.b', 'a.b.1-2.12345', 'a.b.1--2.12345678', 'a.b.-1.12345678', 'A.b.1.12345678'])
    expect(readShared(text), text).toBeUndefined();
  expect(readShared(`a.b.${Array.from({ length: 501 }, () => 0).join('-')}.12345678`)).toBeUndefined();
  expect(readShared('a.b..12345678')).toEqual({ puzzle: 'a', round: 'b', moves: [], end: '12345678' });
});
