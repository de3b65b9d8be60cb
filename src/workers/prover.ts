/** The proof of a puzzle's round, in slices: whether its goal can be reached, told in words. It knows no thread and no clock. */
import type { Condition, PuzzleSystem } from '#content/puzzle.ts';
import { loadBoard } from '#puzzles/load-board.ts';
import { proving, told } from '#puzzles/prove.ts';
import type { SearchProgress } from '#simulator/search.ts';

export interface ProofQuestion {
  readonly system: PuzzleSystem;
  readonly goal: Condition;
  /** How many states may be met before it gives up. */
  readonly limit: number;
}

export type ProofAnswer =
  | {
      readonly kind: 'possible';
      /** A shortest way, as sentences. */
      readonly moves: readonly string[];
      readonly states: number;
    }
  | {
      readonly kind: 'impossible';
      readonly states: number;
      readonly depth: number;
      readonly digest: string;
      readonly bounds: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly states: number; readonly limit: number }
  /** It could not begin; `why` is a sentence. */
  | { readonly kind: 'failed'; readonly why: string };

/** Yields how far it is each time `slice` states were expanded, and can be left at any yield. */
export async function* provingRound(
  { system, goal, limit }: ProofQuestion,
  slice?: number,
): AsyncGenerator<SearchProgress, ProofAnswer> {
  const loaded = await loadBoard(system);
  if (!loaded.ok) return { kind: 'failed', why: `The puzzle cannot be set up: ${loaded.fault.reason}.` };
  const board = loaded.value;
  const proof = yield* proving(board, goal, { limit, ...(slice !== undefined && { slice }) });
  switch (proof.kind) {
    case 'possible':
      return { kind: 'possible', moves: told(board, proof.path), states: proof.states };
    case 'impossible': {
      const { states, depth, digest = '' } = proof;
      return { kind: 'impossible', states, depth, digest, bounds: board.bounds };
    }
    case 'unknown':
      return { kind: 'unknown', states: proof.states, limit };
  }
}
