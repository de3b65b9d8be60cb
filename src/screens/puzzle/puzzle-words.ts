/** What the play screen says. */
import type { ProofOutcome } from '#services/search-service.ts';
import type { Rung } from '#puzzles/ladder.ts';
import { counted } from '#figures/proof-words.ts';

export const rungWords: Readonly<Record<Rung, string>> = {
  watch: 'Watch one',
  lastMove: 'The last move',
  lastTwoMoves: 'The last two',
  alone: 'Alone',
};

export const rungNote: Readonly<Record<Rung, string>> = {
  watch: 'A solved one: say which move comes next, then see it made.',
  lastMove: 'All moves but the last are made.',
  lastTwoMoves: 'All moves but the last two are made.',
  alone: 'Every move is yours.',
};

/** What our simulator never does, whatever the puzzle. */
export const caveat =
  'A model, and no more: its network never corrupts messages, a step of a node is never cut in two, and disks keep what was saved.';

/** Before a list of moves it ends in a colon. */
export function proofWords(outcome: ProofOutcome, seen: number): string {
  switch (outcome.kind) {
    case 'impossible':
      return `It cannot be done: your device met all ${counted(outcome.states, 'state')}, up to ${counted(outcome.depth, 'move')} deep, and none of them is the goal.`;
    case 'possible':
      return `It can be done. A shortest way, ${counted(outcome.moves.length, 'move')}:`;
    case 'unknown':
      return `Not settled: stopped after ${counted(outcome.states, 'state')}.`;
    case 'stopped':
      return seen === 0
        ? 'Not settled: you stopped it.'
        : `Not settled: you stopped it after ${counted(seen, 'state')}.`;
    case 'failed':
      return outcome.why;
  }
}
