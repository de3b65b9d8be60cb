/** Tries all moves: the shortest way to a goal, or the proof that there is none within the bounds. */
import { addDigests, canonicalOnce, digestText, hash64, zeroDigest } from './digest.ts';
import type { System } from './system.ts';

export interface SearchOptions<State, Step> {
  /** How many states may be met before it gives up and says so. */
  readonly limit: number;
  /** What a move adds to the length of the path: 0 or 1. Absent: 1 for each. */
  readonly cost?: (move: Step, state: State) => 0 | 1;
  /** Moves that may be used. Absent: all. */
  readonly allow?: (move: Step, state: State) => boolean;
  /** Whether to sum up the reachable states in a digest: it takes about as long again. */
  readonly digests?: boolean;
  /**
   * A smaller state to go on from instead: without packets that nobody will heed, say. Sound only where every path from
   * it is a path from the state itself, and the goal cannot tell them apart. For names of equal nodes see `symmetry.ts`.
   */
  readonly representative?: (state: State) => State;
  /** How many states are expanded between two reports. */
  readonly slice?: number;
}

export type Found<Step> = {
  readonly kind: 'found';
  /** A path of least cost from the initial state. */
  readonly path: readonly Step[];
  readonly states: number;
};
export type Impossible = {
  readonly kind: 'impossible';
  /** How many states there are, and how many moves lie between them. */
  readonly states: number;
  readonly edges: number;
  /** The largest cost of reaching one of them. */
  readonly depth: number;
  /** Sixteen hexadecimal digits; absent where it was not asked for. */
  readonly digest?: string;
};
export type Unknown = {
  readonly kind: 'unknown';
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
};
export type SearchResult<Step> = Found<Step> | Impossible | Unknown;

export interface SearchProgress {
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
}

/** Runs a search to its end. */
export function search<State, Step>(
  system: System<State, Step>,
  goal: (state: State) => boolean,
  options: SearchOptions<State, Step>,
): SearchResult<Step> {
  const steps = searchInSlices(system, goal, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, in slices: yields how far it is, and can be left at any yield. 0–1 breadth-first: states of one cost are
 * expanded before any of the next, free moves first.
 */
export function* searchInSlices<State, Step>(
  system: System<State, Step>,
  goal: (state: State) => boolean,
  { limit, cost, allow, digests = false, representative, slice = 2_000 }: SearchOptions<State, Step>,
): Generator<SearchProgress, SearchResult<Step>> {
  const settle = representative ?? ((state: State) => state);
  const init = settle(system.init());
  const states: State[] = [init];
  const parents: number[] = [-1];
  const lastSteps: (Step | undefined)[] = [undefined];
  const costs: number[] = [0];
  const isExpanded: boolean[] = [false];
  const indexByKey = new Map<string, number>([[system.key(init), 0]]);
  let digest = zeroDigest;
  const textOf = canonicalOnce();
  let edges = 0;
  let depth = 0;
  let expanded = 0;

  const pathTo = (end: number): Step[] => {
    const path: Step[] = [];
    for (let index = end; parents[index] !== -1; index = parents[index] as number) path.push(lastSteps[index] as Step);
    return path.reverse();
  };

  if (goal(init)) return { kind: 'found', path: [], states: 1 };
  let current: number[] = [0];
  while (current.length > 0) {
    const next: number[] = [];
    // Free moves append to the layer that is being walked.
    for (let place = 0; place < current.length; place++) {
      const index = current[place] as number;
      if (isExpanded[index] || costs[index] !== depth) continue;
      isExpanded[index] = true;
      const state = states[index] as State;
      if (digests) digest = addDigests(digest, hash64(textOf(system.plain?.(state) ?? state)));
      for (const move of system.moves(state)) {
        if (allow && !allow(move, state)) continue;
        edges++;
        const reached = settle(system.apply(state, move));
        const price = depth + (cost ? cost(move, state) : 1);
        const key = system.key(reached);
        const known = indexByKey.get(key);
        if (known !== undefined) {
          if (price >= (costs[known] as number)) continue;
          costs[known] = price;
          parents[known] = index;
          lastSteps[known] = move;
          current.push(known);
          continue;
        }
        if (states.length >= limit) return { kind: 'unknown', states: states.length, edges, depth };
        const found = states.length;
        indexByKey.set(key, found);
        states.push(reached);
        parents.push(index);
        lastSteps.push(move);
        costs.push(price);
        isExpanded.push(false);
        if (price === depth) current.push(found);
        else next.push(found);
        // Without free moves the first state that is met is a nearest one; with them, a nearer one may still come.
        if (!cost && goal(reached)) return { kind: 'found', path: pathTo(found), states: states.length };
      }
      if (cost && goal(state)) return { kind: 'found', path: pathTo(index), states: states.length };
      if (++expanded % slice === 0) yield { states: states.length, edges, depth };
    }
    // What a free move reached more cheaply is done already.
    current = cost ? next.filter((index) => !isExpanded[index]) : next;
    if (current.length > 0) depth++;
  }
  return { kind: 'impossible', states: states.length, edges, depth, ...(digests && { digest: digestText(digest) }) };
}
