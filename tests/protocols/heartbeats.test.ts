import { describe, expect, it } from 'vitest';
import { boundedDelays, heartbeats, heartbeatsEntry, wrongSuspicions, type Heartbeats } from '#protocols/heartbeats.ts';
import type { Move } from '#simulator/move.ts';
import { schedule } from '#simulator/schedule.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Setup, type World } from '#simulator/world.ts';
import { brokenStory, expectGolden, runTimed, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = heartbeatsEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(heartbeatsEntry.brokenRules);

const watch = (options: Parameters<typeof heartbeats>[0], pauses = 0): Setup<Heartbeats> => ({
  protocol: heartbeats({ watchers: [0], ...options }),
  size: 2,
  budget: { ...noFaults, ticks: Infinity, pauses },
  requests: [[], []],
  sheltered: [0],
  keepsHistory: false,
});
const accused = (world: World<Heartbeats>) => wrongSuspicions(world).length > 0;
const accuse = (timeout: number, delay: number, pauses = 0) =>
  search(systemOf(watch({ timeout }, pauses), boundedDelays({ delay, horizon: 10 })), accused, { limit: 200_000 });

describe('heartbeats', () => {
  it(`accuses no live node in all ${proof.states} states where delays are at most 2 ticks and the timeout is 5`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('is caught where the rule is missing: %s', (rule) => {
    expect(searchForFault(heartbeatsEntry.example(rule)).kind).toBe('found');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('accuses a live node after %i ticks, when a delay may be any', (timeout) => {
    expect(accuse(timeout, Infinity).kind).toBe('found');
  });

  it('needs all five ticks against delays of two', () => {
    expect([3, 4, 5, 6].map((timeout) => accuse(timeout, 2).kind)).toEqual([
      'found',
      'found',
      'impossible',
      'impossible',
    ]);
  });

  it('accuses a node that only pauses, however short the delays', () => {
    expect(accuse(5, 0, 1).kind).toBe('found');
  });

  it('takes a wrong suspicion back when the pause is over', () => {
    const pause: Move<Heartbeats> = { kind: 'pause', node: 1 };
    const faults = [
      { at: 20.5, move: pause },
      { at: 40.5, move: { ...pause, kind: 'resume' } as const },
    ];
    const run = { setup: sound.setup, timed: { ...sound.timed, faults }, invariants: [] };
    for (let seed = 0; seed < 20; seed++) {
      expect(runTimed(run, seed, 40)).toSatisfy(accused);
      expect(runTimed(run, seed, 50)).not.toSatisfy(accused);
    }
  });

  it('with timeouts that learn, accuses a slow node a few times and then no more', () => {
    const slow = { link: { latency: [1, 9], loss: 0, duplication: 0 }, clockRates: [1, 1] } as const;
    const isMistaken = (learns: boolean) => {
      let isLateMistake = false;
      for (const { at, world } of schedule(watch({ timeout: 3, learns }), 1, slow)) {
        if (at > 1_000) return isLateMistake;
        if (at > 500) isLateMistake ||= accused(world);
      }
      return isLateMistake;
    };
    expect([isMistaken(true), isMistaken(false)]).toEqual([false, true]);
  });

  it('reads as a story', () => {
    const short = { ...sound.timed, faults: [{ at: 2.5, move: { kind: 'crash', node: 1 } as const }] };
    expectGolden(heartbeatsEntry, [
      story('B crashes, and its silence is noticed', sound.setup, timedMoves(sound.setup, 1, short, 34)),
      ...broken.map((rule) => brokenStory(heartbeatsEntry, rule)),
    ]);
  });
});
