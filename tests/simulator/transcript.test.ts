import { expect, it } from 'vitest';
import { initialWorld } from '#simulator/apply.ts';
import { moves } from '#simulator/moves.ts';
import { schedule } from '#simulator/schedule.ts';
import { sentence } from '#simulator/sentence.ts';
import { transcript } from '#simulator/transcript.ts';
import { noFaults } from '#simulator/world.ts';
import { toySetup } from './toy-protocol.ts';

it('a transcript tells each move in a sentence, and under it what came of it', () => {
  const setup = toySetup(1);
  const link = { latency: [1, 1], loss: 0, duplication: 0 } as const;
  const happenings = schedule(setup, 1, { link, thinkTime: [2, 2] });
  expect(transcript(setup, happenings)).toBe(`At the start
2.0  Client 1 asks: add 1
    Client 1 is now: waits, try 1
    Client 1 sends Add(1) to Counter
3.0  Deliver Add(1) from Client 1 to Counter
    Counter: total 1
    Counter sends Added(total 1) to Client 1
4.0  Deliver Added(total 1) from Counter to Client 1
    Client 1 is no longer: waits, try 1
    Client 1 has its answer: the total is 1
`);
});

it('every possible move has its own sentence', () => {
  const setup = toySetup(2, {
    budget: { ...noFaults, crashes: 1, drops: 1, duplicates: 1, pauses: 1, cuts: 1, ticks: 1 },
  });
  const world = initialWorld(setup);
  const sentences = moves(setup, world).map((move) => sentence(setup, world, move));
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(sentences).toContain('Client 2 asks: add 2');
  expect(sentences).toContain('Cut the link between Counter and Client 1');
});
