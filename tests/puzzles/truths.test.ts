import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildContent } from '#build/content-files.ts';
import { boardFor } from '#build/entries.ts';
import { proofSources } from '#build/proof-sources.ts';
import { provenRound } from '#build/proven-round.ts';
import { LIVE_STATES, reaches } from '#puzzles/prove.ts';

const root = join(import.meta.dirname, '../..');
const puzzles = buildContent(root).course?.puzzles.map(({ value }) => value) ?? [];
const rounds = puzzles.flatMap(({ id, rounds }) => rounds.map((round) => [id, round.id, round] as const));

function boardAnd(round: (typeof rounds)[number][2]) {
  const board = boardFor(round.system);
  if (!board.ok) throw new Error(`${board.fault.path}: ${board.fault.reason}`);
  return board.value;
}

describe.skipIf(rounds.length === 0)('what is written of a puzzle is what a search finds', () => {
  test.each(rounds.filter(([, , { truth }]) => truth?.sources === undefined))('%s / %s', (_, _round, round) => {
    const { truth } = provenRound(root, boardAnd(round), round, { limit: LIVE_STATES });
    expect(round.truth).toEqual(truth);
  });

  test.each(rounds.filter(([, , { truth }]) => truth?.kind === 'possible'))(
    '%s / %s: the way of its par leads to its goal',
    (_, _round, round) => {
      const path = round.truth?.kind === 'possible' ? round.truth.path : [];
      expect(reaches(boardAnd(round), round.goal, path)).toBe(true);
    },
  );
});

const long = rounds.filter(([, , { truth }]) => truth?.sources !== undefined);

describe.skipIf(long.length === 0)('what a long proof rests on has not changed since; if it has: npm run prove', () => {
  test.each(long)('%s / %s', (_, _round, round) => {
    expect(proofSources(root, round)).toBe(round.truth?.sources);
  });
});
