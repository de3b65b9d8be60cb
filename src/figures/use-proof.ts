import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchOptions } from '#services/search-service.ts';
import type { SearchProgress } from '#simulator/search.ts';
import { announce } from '#ui/live-region.tsx';

interface Failed {
  readonly kind: 'failed';
  readonly why: string;
}

type Proof<Outcome> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly states: number; readonly depth: number }
  | { readonly kind: 'ended'; readonly outcome: Outcome | Failed; readonly seen: number };

/** A search that the reader starts and may stop. Its start and its end are spoken, what lies between is not. */
export function useProof<Outcome>(
  search: (options: SearchOptions) => Promise<Outcome>,
  told: (outcome: Outcome | Failed, seen: number) => string,
) {
  const [proof, setProof] = useState<Proof<Outcome>>({ kind: 'idle' });
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
    const outcome = await search({ signal: controller.signal, onProgress }).catch(brokenOff);
    // Nobody is there any more to be told.
    if (current.current !== controller) return;
    setProof({ kind: 'ended', outcome, seen });
    announce(told(outcome, seen));
  };
  return { proof, start, stop: () => current.current?.abort() };
}

const brokenOff = (error: unknown): Failed => ({
  kind: 'failed',
  why: `The search broke off: ${String(error)}`,
});
