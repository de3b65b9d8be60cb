/** Runs a simulation of the content on its protocol, and draws what happened. Nothing else puts a run into a figure. */
import { failed, ok, type Result } from '#base/result.ts';
import type { Run } from '#content/figure.ts';
import type { Simulation, SimulationFault } from '#content/simulation.ts';
import type { CatalogEntry, Example } from '#protocols/catalog-entry.ts';
import { exampleOf, variationFaultPath, variationFaultText } from '#protocols/example-of.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import { firstFault } from '#simulator/check/invariants.ts';
import type { Move } from '#simulator/move.ts';
import { moves } from '#simulator/moves.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { schedule, type Happening, type ScheduleOptions } from '#simulator/schedule.ts';
import { sentence } from '#simulator/sentence.ts';
import type { Budget, Setup, World } from '#simulator/world.ts';
import { runOfTrace } from './run-of-trace.ts';

type Outcome<Value> = Result<Value, SimulationFault>;
type Happenings = readonly Happening<AnyProtocol>[];

/** Units of the picture between two moves of a script. */
const UNITS_A_MOVE = 4;
/** The longest picture, in its units; a timed run is drawn to scale within it. */
const LONGEST = 400;
const MOST_UNITS_A_TICK = 10;
/** More than this is no figure. */
const MOST_MOVES = 300;

/** A script may make any fault, as often as it likes. */
export const anyFault: Budget = {
  crashes: Infinity,
  drops: Infinity,
  duplicates: Infinity,
  pauses: Infinity,
  cuts: Infinity,
  ticks: Infinity,
  fires: Infinity,
};

/** Source of truth of a figure: the run of `entry`'s cluster that the simulation describes. */
export function simulate(entry: CatalogEntry, simulation: Simulation): Outcome<Run> {
  const varied = exampleOf(entry, simulation);
  if (!varied.ok) return failed({ path: variationFaultPath(varied.fault), reason: variationFaultText(varied.fault) });
  const { moves: script, timed, breaks } = simulation;
  const example = timed ? varied.value : withAnyFault(varied.value);
  const start = initialWorld(example.setup);
  const happenings = timed ? byClock(example, start, timed) : byHand(example.setup, start, script ?? []);
  if (!happenings.ok) return happenings;
  const verdict = verdictFault(example, [start, ...happenings.value.map(({ world }) => world)], breaks);
  if (verdict !== null) return failed({ path: 'breaks', reason: verdict });
  const run = runOfTrace(example.setup, start, happenings.value, {
    scale: timed ? Math.min(MOST_UNITS_A_TICK, Math.floor((LONGEST / timed.until) * 10) / 10) : 1,
    showsClocks: simulation.showsClocks === true,
    showsTimers: simulation.showsTimers ?? [],
    hides: simulation.hides ?? [],
  });
  const ordered = inOrder(run, simulation.columns);
  return ordered.ok ? inOtherWords(ordered.value, simulation.says ?? []) : ordered;
}

const withAnyFault = (example: Example<AnyProtocol>): Example<AnyProtocol> => ({
  ...example,
  setup: { ...example.setup, budget: anyFault, sheltered: [] },
});

function byHand(setup: Setup<AnyProtocol>, start: World<AnyProtocol>, script: readonly string[]): Outcome<Happenings> {
  const happenings: Happening<AnyProtocol>[] = [];
  let world = start;
  for (const [index, wanted] of script.entries()) {
    const possible = moves(setup, world);
    const said = possible.map((move) => sentence(setup, world, move));
    const move = possible[said.indexOf(wanted)];
    if (move === undefined)
      return failed({
        path: `moves[${index}]`,
        reason: `“${wanted}” cannot be done here; what can: ${said.join('; ')}`,
      });
    world = apply(setup, world, move);
    happenings.push({ at: (index + 1) * UNITS_A_MOVE, move, world });
  }
  return ok(happenings);
}

function byClock(
  { setup, timed }: Example<AnyProtocol>,
  start: World<AnyProtocol>,
  { seed, until, faults, ...options }: NonNullable<Simulation['timed']>,
): Outcome<Happenings> {
  const made = faults?.map(({ at, move }) => ({ at, move: faultSaid(setup, move), said: move }));
  const unknown = made?.findIndex(({ move }) => move === undefined) ?? -1;
  if (unknown >= 0)
    return failed({
      path: `timed.faults[${unknown}]`,
      reason: `“${made?.[unknown]?.said}” is no fault of this cluster`,
    });
  const given = {
    ...timed,
    ...options,
    ...(made && { faults: made.flatMap(({ at, move }) => (move ? [{ at, move }] : [])) }),
  } as ScheduleOptions<AnyProtocol>;
  const happenings: Happening<AnyProtocol>[] = [];
  for (const happening of schedule(setup, seed, given, start)) {
    if (happening.at > until) break;
    if (happenings.length === MOST_MOVES)
      return failed({ path: 'timed.until', reason: `more than ${MOST_MOVES} moves happen until then` });
    happenings.push(happening);
  }
  return ok(happenings);
}

/** The fault or repair that a sentence names, whether or not it is possible now. */
export function faultSaid(setup: Setup<AnyProtocol>, wanted: string): Move<AnyProtocol> | undefined {
  const nodes = Array.from({ length: setup.size }, (_, node) => node);
  const ofNodes = nodes.flatMap((node) =>
    (['crash', 'restart', 'pause', 'resume', 'tick'] as const).map((kind): Move<AnyProtocol> => ({ kind, node })),
  );
  const ofLinks = nodes.flatMap((low) =>
    nodes
      .slice(low + 1)
      .flatMap((high) => (['cut', 'heal'] as const).map((kind): Move<AnyProtocol> => ({ kind, between: [low, high] }))),
  );
  return [...ofNodes, ...ofLinks].find((move) => sentence(setup, { asked: [] }, move) === wanted);
}

/** Whether the run breaks the invariant that its author says, and no other. */
function verdictFault(
  { invariants }: Example<AnyProtocol>,
  worlds: readonly World<AnyProtocol>[],
  breaks: string | undefined,
): string | null {
  const fault = firstFault(invariants, worlds);
  if (fault?.invariant === breaks) return null;
  return fault === null ? `the run does not break “${breaks}”` : `the run breaks “${fault.invariant}”: ${fault.why}`;
}

function inOrder(run: Run, columns: readonly number[] | undefined): Outcome<Run> {
  if (columns === undefined) return ok(run);
  const nodes = columns.flatMap((place) => run.nodes[place] ?? []);
  return new Set(nodes).size === run.nodes.length && nodes.length === run.nodes.length
    ? ok({ ...run, nodes })
    : failed({ path: 'columns', reason: `each of ${run.nodes.length} nodes has one column, counted from 0` });
}

function inOtherWords(run: Run, says: NonNullable<Simulation['says']>): Outcome<Run> {
  const texts = run.events.map(({ text }) => text);
  const said = [...texts];
  for (const [index, { of, text, nth }] of says.entries()) {
    const places = texts.flatMap((each, place) => (each === of ? [place] : []));
    const meant = nth === undefined ? places : places.slice(nth - 1, nth);
    if (meant.length === 0)
      return failed({ path: `says[${index}].of`, reason: `no step says this; the steps: ${texts.join(' | ')}` });
    for (const place of meant) said[place] = text;
  }
  return ok({ ...run, events: run.events.map((event, place) => ({ ...event, text: said[place] ?? event.text })) });
}
