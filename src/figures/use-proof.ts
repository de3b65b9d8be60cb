import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchOutcome, SearchQuestion } from '#services/search-service.ts';
import type { SearchProgress } from '#simulator/search.ts';
import { useServices } from '#services/services.ts';
import { announce } from '#ui/live-region.tsx';
import { verdict } from './proof-words.ts';

export type Proof =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly states: number; readonly depth: number }
  | { readonly kind: 'ended'; readonly outcome: SearchOutcome; readonly seen: number };

/** A search that the reader starts and may stop. Its start and its end are spoken, what lies between is not. */
export function useProof(question: SearchQuestion) {
  const { searches } = useServices();
  const [proof, setProof] = useState<Proof>({ kind: 'idle' });
  const current = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      current.current?.abort();
      current.current = null;
    },
    [],
  );

  const start = async () => {
    const controller = new AbortController();
    current.current = controller;
    let seen = 0;
    setProof({ kind: 'running', states: 0, depth: 0 });
    announce('Searching every order.');
    const onProgress = ({ states, depth }: SearchProgress) => {
      seen = states;
      if (current.current === controller) setProof({ kind: 'running', states, depth });
    };
    const outcome = await searches.run(question, { signal: controller.signal, onProgress }).catch(brokenOff);
    // Nobody is there any more to be told.
    if (current.current !== controller) return;
    setProof({ kind: 'ended', outcome, seen });
    announce(verdict(outcome, seen));
  };
  return { proof, start, stop: () => current.current?.abort() };
}

const brokenOff = (error: unknown): SearchOutcome => ({
  kind: 'failed',
  why: `The search broke off: ${String(error)}`,
});
