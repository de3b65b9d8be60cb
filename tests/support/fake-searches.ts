import type {
  ProofOutcome,
  ProofQuestion,
  SearchOptions,
  SearchOutcome,
  SearchQuestion,
  SearchService,
} from '#services/search-service.ts';

/** A search that was asked for: the test says how far it is, and how it ends. */
export interface FakeSearch<Question = SearchQuestion, Outcome = SearchOutcome> {
  readonly question: Question;
  readonly signal: AbortSignal;
  readonly progress: SearchOptions['onProgress'];
  readonly end: (outcome: Outcome) => void;
  /** As where its code cannot be had. */
  readonly breakOff: (error: Error) => void;
}

type Stopped = Extract<SearchOutcome, { kind: 'stopped' }>;

/** Searches that go nowhere by themselves, and stop when they are told to. */
export function fakeSearches(): SearchService & {
  readonly asked: readonly FakeSearch[];
  readonly proofs: readonly FakeSearch<ProofQuestion, ProofOutcome>[];
} {
  const asked: FakeSearch[] = [];
  const proofs: FakeSearch<ProofQuestion, ProofOutcome>[] = [];
  const heldIn =
    <Question, Outcome>(list: FakeSearch<Question, Outcome | Stopped>[]) =>
    (question: Question, { onProgress, signal }: SearchOptions) =>
      new Promise<Outcome | Stopped>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
        list.push({ question, signal, progress: onProgress, end: resolve, breakOff: reject });
      });
  return { asked, proofs, run: heldIn(asked), prove: heldIn(proofs) };
}
