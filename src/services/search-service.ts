import type { SearchProgress } from '#simulator/search.ts';
import type { ProofAnswer, ProofQuestion } from '#workers/prover.ts';
import type { SearchAnswer, SearchQuestion } from '#workers/searcher.ts';

export type { ProofQuestion } from '#workers/prover.ts';
export type { SearchQuestion } from '#workers/searcher.ts';

/** Whoever asked had enough. */
interface Stopped {
  readonly kind: 'stopped';
}
export type SearchOutcome = SearchAnswer | Stopped;
export type ProofOutcome = ProofAnswer | Stopped;

export interface SearchOptions {
  readonly onProgress: (progress: SearchProgress) => void;
  readonly signal: AbortSignal;
}

/** Long searches that hold up no frame. Both reject where the code of searches cannot be had. */
export interface SearchService {
  /** Whether a cluster can break one of its invariants. */
  readonly run: (question: SearchQuestion, options: SearchOptions) => Promise<SearchOutcome>;
  /** Whether the goal of a puzzle's round can be reached. */
  readonly prove: (question: ProofQuestion, options: SearchOptions) => Promise<ProofOutcome>;
}
