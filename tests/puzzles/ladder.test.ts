import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProvenRound } from '#content/compiled.ts';
import { movesBefore, rungFor, rungs, shownRound, type Attempt, type Rung } from '#puzzles/ladder.ts';

const attempt = (rung: Rung, made: Partial<Attempt> = {}): Attempt => ({
  puzzle: 'gossip',
  round: 'eight',
  rung,
  isSolved: true,
  isClean: false,
  ...made,
});
const elsewhere = { puzzle: 'quorums', isClean: true };

describe('the rung to begin on', () => {
  test('is watching, the first time', () => expect(rungFor('gossip', 'eight', [])).toBe('watch'));

  test('is one above the highest that was solved in the round', () => {
    expect(rungFor('gossip', 'eight', [attempt('watch')])).toBe('lastMove');
    expect(rungFor('gossip', 'eight', [attempt('lastTwoMoves'), attempt('watch')])).toBe('alone');
    expect(rungFor('gossip', 'eight', [attempt('alone')])).toBe('alone');
  });

  test('stays where it was not solved, and is another round’s own affair', () => {
    expect(rungFor('gossip', 'eight', [attempt('watch'), attempt('lastMove', { isSolved: false })])).toBe('lastMove');
    expect(rungFor('gossip', 'seven', [attempt('lastTwoMoves')])).toBe('watch');
  });

  test('is one higher for each two clean solves in a row, in whichever puzzle', () => {
    const clean = attempt('alone', elsewhere);
    expect(rungFor('gossip', 'eight', [clean])).toBe('watch');
    expect(rungFor('gossip', 'eight', [clean, clean])).toBe('lastMove');
    expect(rungFor('gossip', 'eight', [clean, clean, clean, clean])).toBe('lastTwoMoves');
    expect(rungFor('gossip', 'eight', [clean, clean, { ...clean, isClean: false }])).toBe('watch');
    expect(rungFor('gossip', 'eight', [attempt('watch', elsewhere), attempt('watch', elsewhere)])).toBe('watch');
  });
});

test('the moves before the player’s are none alone, all when watching, and no more than there are', () =>
  fc.assert(
    fc.property(fc.nat(30), (par) => {
      expect(rungs.map((rung) => movesBefore(rung, par))).toEqual([par, Math.max(0, par - 1), Math.max(0, par - 2), 0]);
    }),
  ));

describe('the round that is shown', () => {
  const round = (id: string, kind: 'possible' | 'impossible') => ({ id, truth: { kind } }) as unknown as ProvenRound;
  const [one, two, no] = [round('one', 'possible'), round('two', 'possible'), round('no', 'impossible')];
  const shown = (rounds: readonly ProvenRound[], of: ProvenRound, rung: Rung) => shownRound({ rounds }, of, rung)?.id;

  test('is a sibling’s when watching, so that nothing is given away, and the round’s own after that', () => {
    expect(shown([one, two, no], one, 'watch')).toBe('two');
    expect(shown([one, two, no], one, 'lastMove')).toBe('one');
    expect(shown([one, no], one, 'watch')).toBe('one');
  });

  test('is the twin with the broken rule for what cannot be done, on all rungs but the last', () => {
    expect(shown([one, two, no], no, 'watch')).toBe('two');
    expect(shown([one, two, no], no, 'lastTwoMoves')).toBe('two');
    expect(shown([one, two, no], no, 'alone')).toBe('no');
    expect(shown([no], no, 'watch')).toBeUndefined();
  });
});
