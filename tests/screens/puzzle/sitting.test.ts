import { expect, test } from 'vitest';
import type { ProvenRound } from '#content/compiled.ts';
import { shownRound, type Rung } from '#puzzles/ladder.ts';
import { loadBoard } from '#puzzles/load-board.ts';
import { act, beginSitting, helpIn, shareSitting, type Action, type Table } from '#screens/puzzle/sitting.ts';
import { fixturePuzzle } from '#tests/support/fixture-puzzle.ts';

const [silence, twice, withKey] = fixturePuzzle.rounds as [ProvenRound, ProvenRound, ProvenRound];

async function tableOf(asked: ProvenRound, rung: Rung): Promise<Table> {
  const shown = shownRound(fixturePuzzle, asked, rung) ?? asked;
  const board = await loadBoard(shown.system);
  if (!board.ok) throw new Error(board.fault.reason);
  return { asked, shown, board: board.value };
}

async function sit(asked: ProvenRound, rung: Rung) {
  const table = await tableOf(asked, rung);
  return (...actions: readonly Action[]) =>
    actions.reduce((sitting, action) => act(table, sitting, action), beginSitting(table, rung));
}

const move = (index: number): Action => ({ kind: 'move', index });
const did = (kind: 'stepBack' | 'restart' | 'hint' | 'tellPar' | 'claim' | 'goOn' | 'proofSeen'): Action => ({ kind });

test('the round is solved by the move that reaches the goal', async () => {
  const play = await sit(silence, 'alone');
  expect(play(move(0), move(0)).stage).toBe('play');
  expect(play(move(0), move(0), move(1))).toMatchObject({ stage: 'solved', by: 'moves' });
});

test('watching begins with no move made, asks before each, and makes the right one whatever was guessed', async () => {
  const play = await sit(withKey, 'watch');
  expect(play()).toMatchObject({ stage: 'watch' });
  expect(play().play.replay.steps).toHaveLength(0);
  const twoLater = play({ kind: 'guess', index: 0 }, { kind: 'guess', index: 1 });
  expect(twoLater.play.replay.indexes).toEqual([0, 0]);
  expect(twoLater.guesses).toMatchObject({
    right: 1,
    of: 2,
    last: { isRight: false, came: 'Deliver Pay(20, try 1) from Customer to Shop' },
  });
});

test('to be shown a move is no guess, and the last move ends the watching', async () => {
  const play = await sit(withKey, 'watch');
  const shown: Action = { kind: 'guess', index: null };
  expect(play(shown, shown, shown)).toMatchObject({ stage: 'watch', guesses: { right: 0, of: 0 } });
  expect(play(shown, shown, shown, shown).stage).toBe('solved');
});

test.each([
  ['lastMove', 2],
  ['lastTwoMoves', 1],
  ['alone', 0],
] as const)('on the rung %s %i moves are made beforehand', async (rung, made) => {
  const play = await sit(silence, rung);
  expect(play().play.replay.steps).toHaveLength(made);
  expect(play(did('stepBack'), did('restart')).play.replay.steps).toHaveLength(made);
});

test('what cannot be done is learnt on its twin', async () => {
  const table = await tableOf(withKey, 'lastMove');
  expect(table.shown.id).toBe(twice.id);
  expect((await tableOf(withKey, 'alone')).shown.id).toBe(withKey.id);
});

test('a hint at a time, and the last makes the first moves', async () => {
  const play = await sit(silence, 'alone');
  expect(play(did('hint'))).toMatchObject({ hints: 1 });
  const last = play(move(0), did('hint'), did('hint'), did('hint'));
  expect(last.hints).toBe(2);
  expect(last.play.replay.indexes).toEqual([0, 0]);
});

test('a right claim counts only once its proof was seen', async () => {
  const play = await sit(withKey, 'alone');
  expect(play(did('claim'))).toMatchObject({ stage: 'claimed', wrongClaims: 0 });
  expect(play(did('proofSeen')).stage).toBe('play');
  expect(play(did('claim'), did('proofSeen'))).toMatchObject({ stage: 'solved', by: 'claim' });
});

test('a wrong claim is no answer, is counted, and tells the par; the moves stay', async () => {
  const play = await sit(silence, 'alone');
  const claimed = play(move(0), did('claim'));
  expect(claimed).toMatchObject({ stage: 'claimed', wrongClaims: 1, isParTold: true });
  expect(play(move(0), did('claim'), did('proofSeen')).stage).toBe('claimed');
  expect(play(move(0), did('claim'), did('goOn')).play.replay.indexes).toEqual([0]);
});

test('nothing is claimed on a worked example', async () => {
  const play = await sit(silence, 'lastMove');
  expect(play(did('claim')).stage).toBe('play');
});

test('to be told the par is help; so is to begin where another was', async () => {
  const play = await sit(silence, 'alone');
  expect(helpIn(play())).toBe(0);
  expect(helpIn(play(did('tellPar'), did('hint')))).toBe(2);
  expect(helpIn(play(did('claim')))).toBe(0);
  expect(helpIn(shareSitting(await tableOf(silence, 'alone'), [0]))).toBe(1);
});

test('a way that was left is taken up again with its hints and claims', async () => {
  const table = await tableOf(silence, 'alone');
  const kept = beginSitting(table, 'alone', { path: [0, 0], hints: 1, wrongClaims: 1 });
  expect(kept).toMatchObject({ hints: 1, wrongClaims: 1 });
  expect(kept.play.replay.indexes).toEqual([0, 0]);
});
