import * as z from 'zod';
import { prediction } from './figure.ts';
import { markup, moduleId, revised, schemaKey, slug } from './ids.ts';

/** The name of an observation that the protocol exports, or one that every world has. */
const observation = z.string().min(1);
const count = z.int().min(0);

/** What a state must be like: a goal, a bound of the search, a strategy's vow. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: number; readonly of: string }
  | { readonly atMost: number; readonly of: string }
  | { readonly is: number | boolean | string; readonly of: string }
  /** An invariant of the protocol, by its name, that does not hold. */
  | { readonly breaks: string };

const condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ atLeast: z.number(), of: observation }),
    z.strictObject({ atMost: z.number(), of: observation }),
    z.strictObject({ is: z.union([z.number(), z.boolean(), z.string()]), of: observation }),
    z.strictObject({ breaks: z.string().min(1) }),
  ]),
);

/** Kinds of moves: `deliver`; or one thing's: `fire: retry timer`, `deliver: Paid`, `crash: A`. */
const moveNames = z.array(z.string().min(1)).min(1);

/** Which cluster is played with, and how it differs from the example that its protocol shows by itself. */
export const puzzleSystem = z.strictObject({
  /** An id of the protocols' catalog, or of a board written by hand. */
  protocol: slug,
  /** The rule that is taken away. */
  broken: z.string().min(1).optional(),
  size: z.int().min(1).optional(),
  /** Some of the options that the protocol's entry lists. */
  options: z.record(z.string(), z.unknown()).optional(),
  /** What each node's client asks, by node, as the protocol writes requests. */
  requests: z.array(z.array(z.unknown())).optional(),
  /** How often each fault may happen, in place of the example's own; kinds that are not named stay. */
  budget: z
    .strictObject({
      crashes: count.optional(),
      drops: count.optional(),
      duplicates: count.optional(),
      pauses: count.optional(),
      cuts: count.optional(),
      ticks: count.optional(),
      fires: count.optional(),
    })
    .optional(),
  /** Nodes that no fault may touch. */
  sheltered: z.array(count).optional(),
  /** Other names for the nodes, in their order. */
  names: z.array(z.string().min(1).max(14)).optional(),
  /** The moves that the player has. Absent: all that the budget allows. */
  moves: moveNames.optional(),
  /** Bounds the search, in place of the example's own: states that do not meet it are not explored any further. */
  within: condition.optional(),
  /** `within`, and what the protocol itself limits, in words, in place of the example's own. */
  bounds: z.array(z.string()).optional(),
  /** Whether states that differ only in the names of like nodes are counted once. The goal must not tell them apart. */
  symmetric: z.literal(true).optional(),
  /** Whether packets that can change nothing any more are left out when states are counted. The goal must not count packets. */
  withoutIdle: z.literal(true).optional(),
});

/** A plausible strategy that fails: one that keeps to some moves, or keeps out of some states. Searched like the goal. */
const trap = z
  .strictObject({
    id: slug,
    /** Why it fails. */
    text: markup,
    /** It makes only these moves. */
    moves: moveNames.optional(),
    /** It never enters a state that meets this. */
    without: condition.optional(),
  })
  .refine(({ moves, without }) => moves !== undefined || without !== undefined, 'a trap limits moves or states');

const searched = {
  /** How many states were met. */
  states: z.int().min(1),
  /** The states that each trap can reach, by its id. */
  traps: z.record(slug, z.int().min(1)).optional(),
  /** Of the files and the text that the proof rests on: kept where a proof is too long for every test run to repeat. */
  sources: z.string().min(1).optional(),
};

/** What the search found. Written by `npm run prove`, never by hand. */
export const truth = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('possible'),
    /** The least number of moves. */
    par: z.int().min(0),
    /** One shortest way: the place of each move among those that were possible then. */
    path: z.array(z.int().min(0)),
    ...searched,
  }),
  z.strictObject({
    kind: z.literal('impossible'),
    depth: z.int().min(0),
    digest: z.string().min(1),
    bounds: z.array(z.string().min(1)).min(1),
    ...searched,
  }),
]);

export const round = z.strictObject({
  id: slug,
  /** The goal in the player's words. */
  ask: markup,
  /** The win test as a sentence with its live value: `{charges}`, or a word for it, `{charges: charge|charges}`, `{stale: is|is not}`. */
  live: z.string(),
  system: puzzleSystem,
  goal: condition,
  /** Asked before the first move. */
  prediction,
  traps: z.array(trap),
  /** In stages: a nudge, the idea, the first moves. */
  hints: z.array(markup).min(1),
  /** How many moves of the shortest way the last hint makes. */
  hintMoves: z.int().min(1).optional(),
  explanation: z.array(markup).min(1),
  /** Why a move of the shortest way was needed, by its sentence. */
  why: z.array(z.strictObject({ of: z.string().min(1), text: markup })).optional(),
  truth: truth.optional(),
});

export const puzzle = z.strictObject({
  ...schemaKey,
  id: slug,
  ...revised,
  /** Its place in the list of all puzzles, as printed. */
  number: z.int().min(1),
  title: z.string(),
  module: moduleId,
  concept: slug,
  /** The section that teaches it. */
  section: slug,
  /** Who the player is, and what they may do. */
  story: z.array(markup).min(1).max(2),
  /** Cards that solving it adds to the reviews. */
  cards: z.array(slug),
  /** The question, then its opposite with one rule broken or mended. */
  rounds: z.array(round).min(1).max(4),
});

export type PuzzleSystem = z.infer<typeof puzzleSystem>;
export type Trap = z.infer<typeof trap>;
export type Truth = z.infer<typeof truth>;
export type Round = z.infer<typeof round>;
export type Puzzle = z.infer<typeof puzzle>;
