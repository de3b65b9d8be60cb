import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, initialWorld } from '#simulator/apply.ts';
import { canonicalJson } from '#simulator/digest.ts';
import { createKeys } from '#simulator/keys.ts';
import { moves } from '#simulator/moves.ts';
import { backTo, indexesOf, play, replayAll, startReplay, stateOf } from '#simulator/replay.ts';
import type { Move } from '#simulator/move.ts';
import { schedule, type Happening } from '#simulator/schedule.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Budget, type World } from '#simulator/world.ts';
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

  const anything = Object.fromEntries(Object.keys(noFaults).map((kind) => [kind, Infinity])) as unknown as Budget;
  const free = toySetup(3, { budget: anything, keepsHistory: true });
  const node = fc.nat(3);
  const fault = fc.oneof(
    fc.record({ kind: fc.constantFrom('crash', 'restart', 'pause', 'resume'), node }),
    fc.record({ kind: fc.constantFrom('cut', 'heal'), between: fc.constantFrom([0, 1] as const, [0, 2] as const) }),
  );
  const anyFaults = fc.array(fc.record({ at: fc.nat(60), move: fault }), { maxLength: 12 });
  /** A run with faults, and the world it ends in. Clocks run too, so it never ends by itself. */
  const runOf = (seed: number, faultsMade: readonly { at: number; move: Move<Toy> }[], isTicking = false) => {
    const happenings: Happening<Toy>[] = [];
    const options = { ...timed, faults: faultsMade, ...(isTicking && { clockRates: [1, 0.5, 2, 1] }) };
    for (const happening of schedule(free, seed, options)) if (happenings.push(happening) >= 150) break;
    return happenings;
  };

  it('makes only moves that a learner could make, in order of time', () => {
    fc.assert(
      fc.property(fc.nat(), anyFaults, fc.boolean(), (seed, made, isTicking) => {
        let world = initialWorld(free);
        let latest = 0;
        for (const { at, move, world: next } of runOf(seed, made, isTicking)) {
          expect(moves(free, world).map((possible) => JSON.stringify(possible))).toContain(JSON.stringify(move));
          expect(at).toBeGreaterThanOrEqual(latest);
          latest = at;
          world = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers every client where nothing fails for good', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(runOf(seed, []).at(-1)?.world.waiting).toEqual([null, null, null, null]);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves a run that a learner can replay, step back in, and link to: same worlds, same keys', () => {
    const freely = systemOf(free);
    fc.assert(
      fc.property(fc.nat(), anyFaults, fc.boolean(), fc.nat(150), (seed, made, isTicking, to) => {
        const run = runOf(seed, made, isTicking);
        const worlds = [initialWorld(free), ...run.map(({ world }) => world)];
        const indexes =
          indexesOf(
            freely,
            run.map(({ move }) => move),
          ) ?? [];
        expect(indexes).toHaveLength(run.length);
        const { replay } = replayAll(freely, indexes);
        const back = backTo(replay, Math.min(to, run.length));
        const forth = indexes
          .slice(back.steps.length)
          .reduce((again, index) => play(freely, again, index) ?? again, back);
        for (const again of [replay, forth]) {
          expect(again.states.map(freely.key)).toEqual(worlds.map(freely.key));
          expect(again.states.map(contentOf)).toEqual(worlds.map(contentOf));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('meets no two worlds of one key that differ, nor two of different keys that do not', () => {
    const key = createKeys(free);
    const byKey = new Map<string, string>();
    const byContent = new Map<string, string>();
    fc.assert(
      fc.property(fc.nat(), anyFaults, (seed, made) => {
        for (const { world } of runOf(seed, made)) {
          expect(byKey.get(key(world)) ?? contentOf(world)).toBe(contentOf(world));
          expect(byContent.get(contentOf(world)) ?? key(world)).toBe(key(world));
          byKey.set(key(world), contentOf(world));
          byContent.set(contentOf(world), key(world));
        }
      }),
      { numRuns: 30 },
    );
    expect(byKey.size).toBeGreaterThan(100);
  });

  it('loses what waited for a paused node that crashes', () => {
    const one = toySetup(1, { requests: [[], [5]] });
    const made = [
      { at: 1, move: { kind: 'pause', node: 0 } },
      { at: 15, move: { kind: 'crash', node: 0 } },
      { at: 16, move: { kind: 'restart', node: 0 } },
    ] as const;
    const link = { latency: [3, 3], loss: 0, duplication: 0 } as const;
    const run = [...schedule(one, 1, { link, thinkTime: [2, 2], faults: made })];
    expect(run.slice(0, 5).map(({ move }) => move.kind)).toEqual(['pause', 'request', 'crash', 'drop', 'restart']);
    expect(run[3]?.at).toBe(15);
    expect(run.at(-1)?.world.nodes[0]?.durable.total).toBe(5);
  });
});

describe('a paused node', () => {
  const setupWithPauses = toySetup(1, { budget: { ...noFaults, pauses: 1, crashes: 1 } });
  const paused = apply(setupWithPauses, initialWorld(setupWithPauses), { kind: 'pause', node: 0 });

  it('may go on or crash, and is down then, with nothing in its memory', () => {
    const ofNode = moves(setupWithPauses, paused).filter((move) => 'node' in move && move.node === 0);
    expect(ofNode).toEqual([
      { kind: 'resume', node: 0 },
      { kind: 'crash', node: 0 },
    ]);
    const down = apply(setupWithPauses, paused, { kind: 'crash', node: 0 });
    expect(down.nodes[0]).toMatchObject({ status: 'down', volatile: null, timers: [] });
    expect(moves(setupWithPauses, down)).toContainEqual({ kind: 'restart', node: 0 });
  });
});
