import { describe, expect, test } from 'vitest';
import type { Puzzle, Round } from '#content/puzzle.ts';
import { issuesAfter, puzzlePath, soundPuzzle } from '../fixture.ts';

const file = puzzlePath('both-ways-at-once');

/** What the check says of a course with a puzzle, after one fault was planted in it. */
const issuesOf = (plant: (puzzle: Puzzle, round: Round) => void) =>
  issuesAfter(({ puzzles }) => {
    const puzzle = soundPuzzle();
    plant(puzzle, puzzle.rounds[0] as Round);
    puzzles.push(puzzle);
  });

test('a course may have no puzzle, and may have one', () => {
  expect(issuesAfter(() => undefined)).toEqual([]);
  expect(issuesOf(() => undefined)).toEqual([]);
});

describe('what is wrong with a puzzle is said', () => {
  const cases: readonly (readonly [string, (puzzle: Puzzle, round: Round) => void, string])[] = [
    ['its module', (puzzle) => (puzzle.module = '9.2'), 'section: there is no section two-harbours in module 9.2'],
    [
      'its concept',
      (puzzle) => Object.assign(puzzle, { concept: 'lost', cards: [] }),
      'concept: there is no concept lost',
    ],
    ['its section', (puzzle) => (puzzle.section = 'lost'), 'section: there is no section lost in module 9.1'],
    ['a card', (puzzle) => (puzzle.cards = ['lost']), 'cards[0]: there is no card lost'],
    [
      'a concept in its words',
      (_, round) => (round.ask = 'Mind the [tide](concept:lost).'),
      'rounds[0].ask: there is no concept lost',
    ],
    [
      'the option that is right',
      (_, round) => (round.prediction.answer = 'lost'),
      'rounds[0].prediction.answer: there is no option lost',
    ],
    [
      'a trap that is there twice',
      (_, round) => round.traps.push(...round.traps),
      'rounds[0].traps: the id wait is there more than once',
    ],
    [
      'a round that is there twice',
      (puzzle, round) => puzzle.rounds.push(round),
      'rounds: the id two-ferries is there more than once',
    ],
    [
      'a bound without words',
      (_, round) => (round.system.within = { atMost: 3, of: 'ferries' }),
      'rounds[0].system.bounds: what bounds the search is also said in words',
    ],
    [
      'a round that nothing was proven of',
      (_, round) => delete round.truth,
      'rounds[0].truth: nothing is proven yet; run npm run prove',
    ],
    [
      'a hint that gives more than there is',
      (_, round) => (round.hintMoves = 3),
      'rounds[0].hintMoves: the shortest way has 2 moves',
    ],
    [
      'a hint at what cannot be done',
      (_, round) => {
        round.hintMoves = 1;
        round.truth = { kind: 'impossible', states: 1, depth: 0, digest: 'd', bounds: ['one ferry'] };
      },
      'rounds[0].hintMoves: there is no way of which moves could be made',
    ],
    ['its words', (_, round) => (round.hints = ['Go on!']), 'rounds[0].hints[0]: no exclamation marks'],
    [
      'the words of a trap',
      (_, round) => Object.assign(round.traps[0] ?? {}, { text: 'Oops' }),
      'rounds[0].traps[0].text: no “Oops”',
    ],
  ];
  test.each(cases)('%s', (_, plant, said) => expect(issuesOf(plant)).toEqual([`${file}: ${said}`]));

  test('two that have one number', () => {
    const issues = issuesAfter(({ puzzles }) => {
      puzzles.push(soundPuzzle(), { ...soundPuzzle(), id: 'one-way-at-most' });
    });
    expect(issues).toEqual([`${puzzlePath('one-way-at-most')}: number: another puzzle has the number 1`]);
  });
});
