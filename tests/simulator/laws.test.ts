import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, initialWorld } from '#simulator/apply.ts';
import { canonicalJson } from '#simulator/digest.ts';
import { createKeys } from '#simulator/keys.ts';
import { moves } from '#simulator/moves.ts';
import { backTo, indexesOf, play, replayAll, startReplay, stateOf } from '#simulator/replay.ts';
import { schedule } from '#simulator/schedule.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type World } from '#simulator/world.ts';
import { type Toy, toySetup } from './toy-protocol.ts';

const faults = { ...noFaults, crashes: 1, drops: 1, duplicates: 1, pauses: 1, cuts: 1, ticks: 1, fires: 3 };
const setup = toySetup(2, { budget: faults, keepsHistory: true });
const system = systemOf(setup);
const choices = fc.array(fc.nat(30), { maxLength: 30 });

/** A run that follows arbitrary numbers as far as they name moves. */
function walk(wanted: readonly number[]) {
  let replay = startReplay(system);
  for (const choice of wanted) {
    const count = system.moves(stateOf(replay)).length;
    replay = (count > 0 && play(system, replay, choice % count)) || replay;
  }
  return replay;
}

const contentOf = (world: World<Toy>): string => canonicalJson(system.plain?.(world));

describe('laws of the simulator', () => {
  it('a list of indexes replays to the same worlds, and so does the list of moves', () => {
    fc.assert(
      fc.property(choices, (wanted) => {
        const run = walk(wanted);
        const again = replayAll(systemOf(setup), run.indexes);
        expect(again.ok).toBe(true);
        expect(again.replay.states.map(contentOf)).toEqual(run.states.map(contentOf));
        expect(again.replay.states.map(system.key)).toEqual(run.states.map(system.key));
        expect(indexesOf(system, run.steps)).toEqual(run.indexes);
      }),
    );
  });

  it('a list that asks for what is not possible is played up to there', () => {
    expect(replayAll(system, [0, 999])).toMatchObject({ ok: false, at: 1, replay: { indexes: [0] } });
  });

  it('back and forward again is where it was', () => {
    fc.assert(
      fc.property(choices, fc.nat(30), (wanted, to) => {
        const run = walk(wanted);
        const length = Math.min(to, run.steps.length);
        const again = run.indexes
          .slice(length)
          .reduce((replay, index) => play(system, replay, index) ?? replay, backTo(run, length));
        expect(again.states.map(contentOf)).toEqual(run.states.map(contentOf));
      }),
    );
  });

  it('a move leaves the world it was made in as it was', () => {
    fc.assert(
      fc.property(choices, (wanted) => {
        const world = stateOf(walk(wanted));
        const before = contentOf(world);
        for (const move of moves(setup, world)) apply(setup, world, move);
        expect(contentOf(world)).toBe(before);
      }),
    );
  });

  it('keys are equal exactly where worlds are', () => {
    const byKey = new Map<string, string>();
    const byContent = new Map<string, string>();
    fc.assert(
      fc.property(choices, (wanted) => {
        for (const world of walk(wanted).states) {
          const key = system.key(world);
          const content = contentOf(world);
          expect(byKey.get(key) ?? content).toBe(content);
          expect(byContent.get(content) ?? key).toBe(key);
          byKey.set(key, content);
          byContent.set(content, key);
        }
      }),
    );
    expect(byKey.size).toBeGreaterThan(100);
  });

  it('worlds that differ only in their history have one key where histories are not kept', () => {
    const without = createKeys({ ...setup, keepsHistory: false });
    const world = initialWorld(setup);
    const asked = stateOf(walk([0]));
    expect(without({ ...world, history: asked.history })).toBe(without(world));
    expect(createKeys(setup)({ ...world, history: stateOf(walk([2])).history })).toBeTypeOf('string');
  });

  it('an undisturbed world without requests stands still', () => {
    expect(moves(toySetup(0), initialWorld(toySetup(0)))).toEqual([]);
  });
});

describe('the timed driver', () => {
  const timed = { link: { latency: [1, 9], loss: 0.2, duplication: 0.1 }, thinkTime: [0, 20] } as const;
  const many = toySetup(4, { keepsHistory: true, budget: faults });
  const faultPlan = [
    { at: 5, move: { kind: 'crash', node: 0 } },
    { at: 12, move: { kind: 'restart', node: 0 } },
    { at: 13, move: { kind: 'cut', between: [0, 1] } },
    { at: 60, move: { kind: 'heal', between: [0, 1] } },
  ] as const;
  const traceOf = (seed: number) =>
    [...schedule(many, seed, { ...timed, faults: faultPlan })].map(({ at, move }) => JSON.stringify([at, move]));

  it('makes the same run from the same seed, and another from another', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => traceOf(seed).join() === traceOf(seed).join()),
      { numRuns: 30 },
    );
    expect(new Set(Array.from({ length: 20 }, (_, seed) => traceOf(seed).join())).size).toBe(20);
  });

  it('makes only moves that a learner could make, in order of time', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const free = toySetup(3, { budget: { ...noFaults, drops: Infinity, duplicates: Infinity } });
        let world = initialWorld(free);
        let latest = 0;
        for (const { at, move, world: next } of schedule(free, seed, timed)) {
          expect(moves(free, world).map((possible) => JSON.stringify(possible))).toContain(JSON.stringify(move));
          expect(at).toBeGreaterThanOrEqual(latest);
          latest = at;
          world = next;
        }
        expect(world.waiting).toEqual([null, null, null, null]);
      }),
      { numRuns: 50 },
    );
  });
});
