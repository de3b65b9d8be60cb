import * as z from 'zod';
import { failed, ok, type Result } from '#base/result.ts';
import type { Run } from './figure.ts';
import { markup, slug } from './ids.ts';
import { joinedPath, jsonPath } from './issue.ts';

const range = z.tuple([z.number().min(0), z.number().min(0)]);
const share = z.number().min(0).max(1);
const link = z.strictObject({ latency: range, loss: share, duplication: share });

/** How a run comes about: by a script of moves, or by a seed in virtual time. */
export const simulation = z
  .strictObject({
    /** An id of the protocols' catalog. */
    protocol: slug,
    /** The rule that is taken away. */
    broken: z.string().optional(),
    /** How many nodes, clients aside, where the protocol lets one choose. */
    size: z.int().min(1).optional(),
    /** What each node's client asks, by node, as the protocol writes requests. Absent: what its example asks. */
    requests: z.array(z.array(z.unknown())).optional(),
    /** Sentences, each a move that is possible when its turn comes. Any fault may be made. */
    moves: z.array(z.string()).min(1).optional(),
    timed: z
      .strictObject({
        seed: z.int().min(0),
        /** The last moment that is drawn, in units of virtual time. */
        until: z.number().positive(),
        link: link.optional(),
        /** Links that differ, by the places of their nodes. */
        links: z.array(z.strictObject({ between: z.tuple([z.int(), z.int()]), link })).optional(),
        faults: z.array(z.strictObject({ at: z.number().min(0), move: z.string() })).optional(),
        thinkTime: range.optional(),
        clockRates: z.array(z.number().positive()).optional(),
      })
      .optional(),
    /** The invariant that the run breaks, by name. Absent: it breaks none. */
    breaks: z.string().optional(),
    /** Other names for the nodes, in their order; moves and steps then use them. */
    names: z.array(z.string().min(1).max(14)).optional(),
    /** The order of the columns, by the places of the nodes. Absent: as the protocol counts them. */
    columns: z.array(z.int().min(0)).optional(),
    /** Whether what clocks show is drawn. */
    showsClocks: z.boolean().optional(),
    /** Timers whose firing is drawn, as the protocol calls them. */
    showsTimers: z.array(z.string()).optional(),
    /** What is not drawn: bars of roles, bars of clients' operations with their answers, marks of changes. */
    hides: z.array(z.enum(['roles', 'operations', 'changes'])).optional(),
    /** Better words for steps, by the sentence that the simulator says: for all that say it, or the `nth`, from 1. */
    says: z.array(z.strictObject({ of: z.string(), text: markup, nth: z.int().min(1).optional() })).optional(),
  })
  .refine(({ moves, timed }) => (moves === undefined) !== (timed === undefined), 'a run has either moves or a seed');

export type Simulation = z.infer<typeof simulation>;

export interface SimulationFault {
  /** JSON path inside the simulation. */
  readonly path: string;
  readonly reason: string;
}

/** Runs a simulation. The build hands it in: the content knows no simulator. */
export type Draw = (simulation: Simulation) => Result<Run, SimulationFault>;

type Keys = readonly (string | number)[];

/** A file's JSON with `nodes` and `events` beside every `simulation` in it, or what stands in the way of that. */
export function drawn(json: unknown, draw: Draw): Result<unknown, readonly SimulationFault[]> {
  const faults: SimulationFault[] = [];
  const fill = (value: unknown, keys: Keys): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => fill(each, [...keys, index]));
    if (typeof value !== 'object' || value === null) return value;
    const rest = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each, [...keys, key])]));
    if (!('simulation' in value)) return rest;
    const run = runOf(value, draw);
    if (run.ok) return { ...rest, ...run.value };
    faults.push(...run.fault.map(({ path, reason }) => ({ path: joinedPath(jsonPath(keys), path), reason })));
    return value;
  };
  const filled = fill(json, []);
  return faults.length === 0 ? ok(filled) : failed(faults);
}

function runOf(value: { readonly simulation: unknown }, draw: Draw): Result<Run, readonly SimulationFault[]> {
  if ('nodes' in value || 'events' in value)
    return failed([{ path: 'simulation', reason: 'what a simulation draws is not written beside it' }]);
  const checked = simulation.safeParse(value.simulation);
  if (!checked.success)
    return failed(
      checked.error.issues.map((issue) => ({ path: jsonPath(['simulation', ...issue.path]), reason: issue.message })),
    );
  const run = draw(checked.data);
  if (run.ok) return run;
  return failed([{ path: joinedPath('simulation', run.fault.path), reason: run.fault.reason }]);
}
