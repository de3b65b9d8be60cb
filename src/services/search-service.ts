import type { SearchProgress } from '#simulator/search.ts';
import type { SearchAnswer, SearchQuestion } from '#workers/searcher.ts';

export type { SearchQuestion } from '#workers/searcher.ts';

/** `stopped`: whoever asked had enough. */
export type SearchOutcome = SearchAnswer | { readonly kind: 'stopped' };

export interface SearchOptions {
  readonly onProgress: (progress: SearchProgress) => void;
  readonly signal: AbortSignal;
}

/** Long searches that hold up no frame. */
export interface SearchService {
  /** Rejects where the code of searches cannot be had. */
  readonly run: (question: SearchQuestion, options: SearchOptions) => Promise<SearchOutcome>;
}
