import type { SearchOptions, SearchOutcome, SearchQuestion, SearchService } from '#services/search-service.ts';

/** A search that was asked for: the test says how far it is, and how it ends. */
export interface FakeSearch {
  readonly question: SearchQuestion;
  readonly signal: AbortSignal;
  readonly progress: SearchOptions['onProgress'];
  readonly end: (outcome: SearchOutcome) => void;
  /** As where its code cannot be had. */
  readonly breakOff: (error: Error) => void;
}

/** Searches that go nowhere by themselves, and stop when they are told to. */
export function fakeSearches(): SearchService & { readonly asked: readonly FakeSearch[] } {
  const asked: FakeSearch[] = [];
  return {
    asked,
    run: (question, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
        asked.push({ question, signal, progress: onProgress, end: resolve, breakOff: reject });
      }),
  };
}
