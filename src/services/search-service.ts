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
  /** Never rejects: a search that breaks off has failed, in words. */
  readonly run: (question: SearchQuestion, options: SearchOptions) => Promise<SearchOutcome>;
}

/** Searches whose code comes when the first is asked for. */
export function lazySearches(load: () => Promise<SearchService['run']>): SearchService {
  return {
    run: async (question, options) => {
      try {
        return await (
          await load()
        )(question, options);
      } catch (error) {
        return { kind: 'failed', why: `The search broke off: ${String(error)}` };
      }
    },
  };
}
