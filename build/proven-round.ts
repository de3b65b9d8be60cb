import type { Round, Trap, Truth } from '#content/puzzle.ts';
import type { SearchProgress } from '#simulator/search.ts';
import type { Board } from '#puzzles/board.ts';
import { LIVE_STATES, proving, trying, type Proof } from '#puzzles/prove.ts';
import { proofSources } from './proof-sources.ts';

export interface TriedTrap {
  readonly trap: Trap;
  readonly proof: Proof;
}

export interface ProvenRound {
  readonly proof: Proof;
  readonly traps: readonly TriedTrap[];
  /** Absent where something has no proof, or a trap reaches the goal. */
  readonly truth?: Truth;
}

export interface ProvingOptions {
  /** How many states each search may meet. */
  readonly limit: number;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** Searches a round's goal, and each of its traps. The truth is what its file should hold. */
export function provenRound(root: string, board: Board, round: Round, options: ProvingOptions): ProvenRound {
  const { limit, onProgress = () => undefined } = options;
  const search = { limit, slice: 20_000 };
  const proof = reported(proving(board, round.goal, search), onProgress);
  const traps = round.traps.map((trap) => ({
    trap,
    proof: reported(trying(board, round.goal, trap, search), onProgress),
  }));
  const isSound = proof.kind !== 'unknown' && traps.every((each) => each.proof.kind === 'impossible');
  return isSound ? { proof, traps, truth: truthOf(root, board, round, proof, traps) } : { proof, traps };
}

function reported(search: Generator<SearchProgress, Proof>, onProgress: (progress: SearchProgress) => void): Proof {
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
    onProgress(value);
  }
}

function truthOf(
  root: string,
  board: Board,
  round: Round,
  proof: Exclude<Proof, { kind: 'unknown' }>,
  tried: readonly TriedTrap[],
): Truth {
  const isLong = [proof, ...tried.map((each) => each.proof)].some(({ states }) => states > LIVE_STATES);
  const searched = {
    states: proof.states,
    ...(tried.length > 0 && { traps: Object.fromEntries(tried.map((each) => [each.trap.id, each.proof.states])) }),
    ...(isLong && { sources: proofSources(root, round) }),
  };
  if (proof.kind === 'possible')
    return { kind: 'possible', par: proof.path.length, path: [...proof.path], ...searched };
  const { depth, digest = '' } = proof;
  return { kind: 'impossible', depth, digest, bounds: [...board.bounds], ...searched };
}
