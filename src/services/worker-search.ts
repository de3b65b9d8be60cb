import type { Answer, Question, SearchReply } from '#workers/searcher.ts';
import type { ProofOutcome, ProofQuestion, SearchOptions, SearchOutcome, SearchQuestion } from './search-service.ts';

/** The part of a `Worker` that a search needs. */
export interface SearchWorker {
  postMessage(question: Question): void;
  addEventListener(type: 'message', listener: (event: { readonly data: SearchReply }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

/** Expanding so many worlds takes a slow phone a fraction of a frame's fifty milliseconds. */
const WORLDS_PER_SLICE = 50;
const SLICES_PER_REPORT = 40;

const startSearchWorker = (): SearchWorker =>
  new Worker(new URL('../workers/search.ts', import.meta.url), { type: 'module' });

type Start = (() => SearchWorker) | null;
type Outcome = Answer | { readonly kind: 'stopped' };

/** Where there is no worker, there is nothing to start. */
const usualStart = (): Start => (typeof Worker === 'undefined' ? null : startSearchWorker);

/** Searches in a worker that lives as long as the search; where there is none, or it fails, on this thread, in slices. */
export const runSearch = (question: SearchQuestion, options: SearchOptions, start = usualStart()) =>
  answerTo(question, options, start) as Promise<SearchOutcome>;

/** The same for the goal of a puzzle. */
export const runProof = (question: ProofQuestion, options: SearchOptions, start = usualStart()) =>
  answerTo(question, options, start) as Promise<ProofOutcome>;

async function answerTo(question: Question, options: SearchOptions, start: Start): Promise<Outcome> {
  return (start && (await searchInWorker(question, options, start))) ?? searchHere(question, options);
}

/** `null` where the worker cannot be had, or breaks. */
async function searchInWorker(
  question: Question,
  { onProgress, signal }: SearchOptions,
  start: () => SearchWorker,
): Promise<Outcome | null> {
  if (signal.aborted) return { kind: 'stopped' };
  const worker = started(start);
  if (worker === null) return null;
  try {
    return await new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
      worker.addEventListener('error', () => resolve(null));
      worker.addEventListener('messageerror', () => resolve(null));
      worker.addEventListener('message', ({ data }) => {
        if (data.kind === 'answer') resolve(data.answer);
        else if (!signal.aborted) onProgress(data.progress);
      });
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}

function started(start: () => SearchWorker): SearchWorker | null {
  try {
    return start();
  } catch {
    // A policy or an old browser refuses it: the search goes on here.
    return null;
  }
}

async function searchHere(question: Question, { onProgress, signal }: SearchOptions): Promise<Outcome> {
  const { answering } = await import('#workers/searcher.ts');
  const steps = answering(question, WORLDS_PER_SLICE);
  for (let slice = 1; ; slice++) {
    if (signal.aborted) return { kind: 'stopped' };
    const step = await steps.next();
    if (step.done) return step.value;
    if (slice % SLICES_PER_REPORT === 0) onProgress(step.value);
    await untouched();
  }
}

/** Lets taps and frames come first. */
const untouched = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
