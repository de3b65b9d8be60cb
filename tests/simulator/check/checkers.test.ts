import { describe, expect, it } from 'vitest';
import { divergence, isQuiet } from '#simulator/check/convergence.ts';
import { eventsOf } from '#simulator/check/history.ts';
import { faultIn, firstFault, type Invariant } from '#simulator/check/invariants.ts';
import { linearizable } from '#simulator/check/linearizable.ts';
import { mutualExclusion, overlappingHold, staleToken } from '#simulator/check/mutual-exclusion.ts';
import { type Guarantee, type SessionEvent, sessionViolations } from '#simulator/check/sessions.ts';
import type { SequentialSpec } from '#simulator/check/specs.ts';
import { initialWorld } from '#simulator/apply.ts';
import { schedule } from '#simulator/schedule.ts';
import type { World } from '#simulator/world.ts';
import { type Toy, toySetup } from '../toy-protocol.ts';

const link = { latency: [1, 30], loss: 0.2, duplication: 0.3 } as const;
const worldsOf = (broken?: 'countsTwice') => {
  const setup = toySetup(3, broken ? { broken } : {});
  return [initialWorld(setup), ...[...schedule(setup, 2, { link })].map(({ world }) => world)];
};

describe('invariants', () => {
  const total: Invariant<World<Toy>> = {
    name: 'Counted once',
    fault: ({ nodes }) =>
      (nodes[0]?.durable.total ?? 0) > 6 ? `The total is ${nodes[0]?.durable.total}, of 6 asked.` : null,
  };

  it('hold where nothing is wrong', () => {
    expect(firstFault([total], worldsOf())).toBeNull();
  });

  it('say which, why and at which step', () => {
    const worlds = worldsOf('countsTwice');
    const fault = firstFault([total], worlds);
    expect(fault).toMatchObject({
      invariant: 'Counted once',
      why: expect.stringMatching(/^The total is \d+, of 6 asked\.$/),
    });
    expect(faultIn([total], worlds[fault?.step ?? 0] as World<Toy>)).not.toBeNull();
    expect(faultIn([total], worlds[(fault?.step ?? 0) - 1] as World<Toy>)).toBeNull();
  });
});

describe('a history out of a world', () => {
  const counter: SequentialSpec<number, { readonly amount: number; readonly total?: number }> = {
    init: 0,
    step: (state, { amount, total }) => (total === undefined || total === state + amount ? state + amount : undefined),
  };
  const verdictOn = (worlds: readonly World<Toy>[]) => {
    const events = eventsOf<Toy, { readonly amount: number; readonly total?: number }>(
      worlds.at(-1) as World<Toy>,
      (amount) => ({ amount }),
      (amount, total) => ({ kind: 'ok', op: { amount, total } }),
    );
    expect(events.filter(({ kind }) => kind === 'invoke')).toHaveLength(3);
    return linearizable(counter, events).kind;
  };

  it('is linearizable where each request counts once, and not where one may count twice', () => {
    const ends = (broken?: 'countsTwice') =>
      Array.from({ length: 30 }, (_, seed) => {
        const setup = toySetup(3, broken ? { broken } : {});
        return verdictOn([...schedule(setup, seed, { link })].map(({ world }) => world));
      });
    expect(new Set(ends())).toEqual(new Set(['linearizable']));
    expect(ends('countsTwice')).toContain('violation');
  });
});

describe('mutual exclusion', () => {
  const world = (...open: boolean[]): World<Toy> => {
    const blank = initialWorld(toySetup(open.length - 1));
    return {
      ...blank,
      nodes: blank.nodes.map((node, self) => ({
        ...node,
        volatile: { open: open[self] ? { operation: 0, amount: 1 } : null, tries: 0 },
      })),
    };
  };
  const oneWaits = mutualExclusion<Toy>(
    'One waits',
    ({ volatile }) => (volatile?.open ? 'the lock' : null),
    (self) => 'ABC'[self] ?? '?',
  );

  it('names the two who hold the same', () => {
    expect(oneWaits.fault(world(false, true, false))).toBeNull();
    expect(oneWaits.fault(world(true, false, true))).toBe('A and C both hold the lock.');
  });

  it('is broken in a log by who comes in before the other leaves', () => {
    const log = (...lines: string[]) =>
      lines.map((line) => ({
        process: Number(line[1]),
        kind: line[0] === '+' ? ('acquired' as const) : ('released' as const),
      }));
    expect(overlappingHold(log('+1', '-1', '+2', '-2'))).toBeNull();
    expect(overlappingHold(log('+1', '+2', '-1'))).toEqual({ event: 1, holder: 1, intruder: 2 });
    expect(overlappingHold(log('+1', '-2', '+2'))).toEqual({ event: 2, holder: 1, intruder: 2 });
    expect(
      overlappingHold([
        { process: 1, kind: 'acquired', lock: 'a' },
        { process: 2, kind: 'acquired', lock: 'b' },
      ]),
    ).toBeNull();
  });

  it('at a resource is broken by a token smaller than one it took', () => {
    expect(staleToken([33, 33, 34])).toBeNull();
    expect(staleToken([33, 34, 33])).toEqual({ write: 2, token: 33, newer: 34 });
  });
});

describe('convergence', () => {
  it('is asked of a quiet world, and names two replicas that differ', () => {
    const worlds = worldsOf();
    const last = worlds.at(-1) as World<Toy>;
    expect(isQuiet(last)).toBe(true);
    expect(worlds.every(isQuiet)).toBe(false);
    expect(divergence(last, [1, 2, 3], ({ durable }) => durable)).toBeNull();
    expect(divergence(last, [1, 2, 0], ({ durable: { total } }) => ({ total }))).toEqual({
      one: 1,
      other: 0,
      shows: [{ total: 0 }, { total: 6 }],
    });
  });
});

describe('session guarantees', () => {
  const read = (process: number, ...sees: string[]): SessionEvent => ({ process, kind: 'read', sees });
  const write = (process: number, id: string, ...before: string[]): SessionEvent => ({
    process,
    kind: 'write',
    id,
    sees: [...before, id],
  });
  const broken = (...events: SessionEvent[]): Guarantee[] =>
    sessionViolations(events).map(({ guarantee }) => guarantee);

  it.each<[Guarantee, SessionEvent[]]>([
    ['readYourWrites', [write(1, 'a'), read(1)]],
    ['monotonicReads', [write(1, 'a'), read(2, 'a'), read(2)]],
    ['writesFollowReads', [write(1, 'a'), read(2, 'a'), write(2, 'b', 'a'), read(3, 'b')]],
    ['monotonicWrites', [write(1, 'a'), write(1, 'b', 'a'), read(2, 'b', 'a')]],
  ])('%s is broken alone by its own example', (guarantee, events) => {
    expect(broken(...events)).toEqual([guarantee]);
  });

  it('bind no other session', () => {
    expect(broken(write(1, 'a'), read(2), read(3, 'a'), read(2, 'a'), write(2, 'b', 'a'), read(1, 'a', 'b'))).toEqual(
      [],
    );
  });

  it('say what is missing, where, and what promised it', () => {
    expect(sessionViolations([write(1, 'a'), read(2, 'a'), read(1)])).toEqual([
      { guarantee: 'readYourWrites', event: 2, promisedBy: 0, missing: 'a' },
    ]);
  });
});
