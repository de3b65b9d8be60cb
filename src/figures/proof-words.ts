/** What a search found, said to the reader. */
import type { SearchOutcome } from '#services/search-service.ts';

const formatted = new Intl.NumberFormat('en-GB');

export const counted = (number: number, noun: string): string =>
  `${formatted.format(number)} ${noun}${number === 1 ? '' : 's'}`;

/** One or two sentences; `seen` is how many worlds were known when it ended. Before a list of moves it ends in a colon. */
export function verdict(outcome: SearchOutcome, seen: number): string {
  switch (outcome.kind) {
    case 'holds':
      return `It cannot happen: all ${counted(outcome.states, 'world')} were searched, up to ${counted(outcome.depth, 'move')} deep, within: ${outcome.bounds.join(', ')}.`;
    case 'found':
      return outcome.moves.length === 0
        ? 'It can happen, and is so before the first move.'
        : `It can happen. Shortest way, ${counted(outcome.moves.length, 'move')}:`;
    case 'unknown':
      return `Not settled: stopped after ${counted(outcome.states, 'world')}.`;
    case 'stopped':
      return seen === 0
        ? 'Not settled: you stopped it.'
        : `Not settled: you stopped it after ${counted(seen, 'world')}.`;
    case 'failed':
      return outcome.why;
  }
}

/** What was looked for. */
export const breachOf = (invariants: readonly string[]): string =>
  `You looked for a world that breaks a rule: ${invariants.map((name) => `“${name}”`).join(', ')}.`;
