import type { ProvenPuzzle, PuzzlePages } from '#content/compiled.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import type { ContentService } from '#services/content-service.ts';
import { fixtureContent } from './fixture-content.ts';

const moves = ['request', 'deliver', 'fire: retry timer'];
const system = { protocol: 'request-response', budget: { crashes: 0, drops: 0 }, moves } satisfies PuzzleSystem;
const prediction = {
  prompt: 'Can it be done?',
  options: [
    { id: 'yes', text: 'It can', why: 'One late answer is enough.' },
    { id: 'no', text: 'It cannot', why: 'Every try carries its key.' },
  ],
};

/** A puzzle that can be played: a silence, then the charge that is made twice, without the rule and with it. */
export const fixturePuzzle: ProvenPuzzle = {
  id: 'silent-shop',
  number: 2,
  title: 'The silent shop',
  module: '9.1',
  concept: 'crossing',
  section: 'two-harbours',
  story: ['You are the **network**.'],
  cards: ['water-is-between'],
  rounds: [
    {
      id: 'silence',
      ask: 'Charge the customer and leave it in the dark.',
      live: 'Charged {charges} {charges: time|times}; it knows {customerKnows}.',
      system: { ...system, options: { retries: 0, answersLater: false } },
      goal: {
        all: [
          { atLeast: 1, of: 'charges' },
          { is: 'cannot know', of: 'customerKnows' },
        ],
      },
      prediction: { ...prediction, answer: 'yes' },
      traps: [{ id: 'in-time', text: 'Whoever delivers in time tells all.', moves: ['request', 'deliver'] }],
      hints: ['The question must arrive.', 'Two moves are made for you.'],
      hintMoves: 2,
      explanation: ['Silence has three meanings.'],
      why: [{ of: 'Customer’s retry timer fires', text: 'It stops listening.' }],
      truth: { kind: 'possible', par: 3, path: [0, 0, 1], states: 6 },
    },
    {
      id: 'twice',
      ask: 'Charge it twice: no try carries a key.',
      live: 'Charged {charges} {charges: time|times}.',
      system: { ...system, broken: 'noIdempotencyKey', options: { retries: 1, answersLater: false } },
      goal: { atLeast: 2, of: 'charges' },
      prediction: { ...prediction, answer: 'yes' },
      traps: [],
      hints: ['Let it ask again.'],
      explanation: ['A retry needs a key.'],
      truth: { kind: 'possible', par: 4, path: [0, 0, 1, 1], states: 10 },
    },
    {
      id: 'with-a-key',
      ask: 'Charge it twice, although each try carries its key.',
      live: 'Charged {charges} {charges: time|times}.',
      system: { ...system, options: { retries: 1, answersLater: false } },
      goal: { atLeast: 2, of: 'charges' },
      prediction: { ...prediction, answer: 'no' },
      traps: [],
      hints: ['What does the shop remember?'],
      explanation: ['The key tells the tries of one payment from two payments.'],
      truth: {
        kind: 'impossible',
        depth: 7,
        digest: '2c77b311f5792bcb',
        bounds: ['2 nodes', '1 request'],
        states: 21,
      },
    },
  ],
};

/** The small course with a puzzle that can be played. */
export function contentWithPuzzle(puzzle: ProvenPuzzle = fixturePuzzle): ContentService {
  const pages: PuzzlePages = { puzzles: [puzzle], meanings: {}, sources: [] };
  return {
    ...fixtureContent(),
    puzzles: async () => ({ puzzles: [puzzle] }),
    puzzlesOf: async (module) => (module === puzzle.module ? pages : undefined),
  };
}
