import { randomFrom } from '#base/random.ts';
import { raftEntry, raftSetup } from '#protocols/raft/raft-entry.ts';
import { twoPhase } from '#protocols/two-phase-spec.ts';
import { linearizable } from '#simulator/check/linearizable.ts';
import { keyValue, register } from '#simulator/check/specs.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { schedule, type ScheduleOptions } from '#simulator/schedule.ts';
import { search } from '#simulator/search.ts';
import { type System, systemOf } from '#simulator/system.ts';
import { noFaults, type Setup } from '#simulator/world.ts';
import { keyValueSource, randomHistory, registerSource } from '../simulator/check/random-history.ts';
import { toySetup } from '../simulator/toy-protocol.ts';

const EVENTS = 200_000;
const RUNS = 5;

type Figure = { readonly name: string; readonly value: number; readonly unit: string };

/** How fast worlds are made, timed and tried: of several runs the middle one. */
export function benchSimulator(): Figure[] {
  const link = { latency: [1, 5], loss: 0.01, duplication: 0.01 } as const;
  const counter = toySetup(4, {
    requests: [[], ...Array.from({ length: 4 }, () => Array.from({ length: 100 }, () => 1))],
    keepsHistory: true,
  });
  const raft = raftEntry.example();
  const messages = systemOf(raftSetup({ servers: 3 }, { fires: 2 }, ['x']), ({ network }) => network.length <= 5);
  return [
    {
      name: 'timed run of a counter with four clients, with history',
      value: eventsASecond(counter, { link, thinkTime: [1, 5] }),
      unit: 'events/s',
    },
    { name: 'timed run of Raft', value: eventsASecond(raft.setup, raft.timed), unit: 'events/s' },
    { name: 'search, Raft at message level, 100,000 states', value: edgesASecond(messages, 100_000), unit: 'edges/s' },
    {
      name: 'search, counter with faults, 100,000 states',
      value: edgesASecond(systemOf(toySetup(3, { budget: { ...noFaults, crashes: 1, drops: 1, fires: 3 } })), 100_000),
      unit: 'edges/s',
    },
    {
      name: 'search, two-phase commit with 7 managers (296,448 states)',
      value: edgesASecond(twoPhase(7), 300_000),
      unit: 'edges/s',
    },
    ...twoPhaseOfEight(),
    ...checkerFigures(),
  ];
}

function middle(measure: () => number, runs = RUNS): number {
  return Array.from({ length: runs }, measure).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
}

function msOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Runs that end before enough has happened are followed by the next seed's. */
function eventsASecond<P extends AnyProtocol>(setup: Setup<P>, options: ScheduleOptions<P>): number {
  const run = (): void => {
    let left = EVENTS;
    for (let seed = 1; left > 0; seed++) {
      for (const _ of schedule(setup, seed, options)) if (--left <= 0) break;
    }
  };
  return Math.round(EVENTS / (middle(() => msOf(run)) / 1_000));
}

function edgesASecond<State, Step>(system: System<State, Step>, limit: number): number {
  return Math.round(
    middle(() => {
      const start = performance.now();
      const result = search(system, () => false, { limit });
      return result.kind === 'found' ? Number.NaN : result.edges / ((performance.now() - start) / 1_000);
    }),
  );
}

function twoPhaseOfEight(): Figure[] {
  const start = performance.now();
  const { states } = search(twoPhase(8), () => false, { limit: 2_000_000 });
  const seconds = (performance.now() - start) / 1_000;
  return [
    {
      name: `search, two-phase commit with 8 managers: ${states.toLocaleString('en')} states of 1,745,408`,
      value: Math.round(states / seconds),
      unit: 'states/s',
    },
  ];
}

function checkerFigures(): Figure[] {
  const logs = Array.from({ length: 100 }, (_, seed) =>
    randomHistory(registerSource(5), { operations: 85, processes: 5, lies: 0.02, unknown: 0.05 }, randomFrom(seed)),
  );
  const long = randomHistory(
    keyValueSource(10),
    { operations: 2_000, processes: 50, lies: 0, unknown: 0.02 },
    randomFrom(3),
  );
  return [
    {
      name: 'linearizability, 100 logs of about 170 events',
      value: middle(() => msOf(() => logs.forEach((log) => linearizable(register, log)))),
      unit: 'ms',
    },
    {
      name: 'linearizability, 4,000 events, 10 keys, 50 clients',
      value: middle(() => msOf(() => linearizable(keyValue, long))),
      unit: 'ms',
    },
  ];
}
