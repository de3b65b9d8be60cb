import { useEffect, useRef } from 'preact/hooks';
import type { Run } from '#content/figure.ts';
import { plainText } from '#content/markup.ts';
import { addedBy } from '#figures/play/run-of-board.ts';
import { announce } from '#ui/live-region.tsx';

/** After a move, what it did and where that leaves the goal go to the live region; after a step back, only where one is. */
export function useSpokenMoves(run: Run, moves: number, live: string, first = ''): void {
  const before = useRef({ run, moves });
  useEffect(() => {
    const known = before.current;
    before.current = { run, moves };
    if (known.run === run) return;
    const added = moves > known.moves ? addedBy(known.run, run).map(plainText) : [`Back at move ${moves}.`];
    announce([first, ...added, live].filter(Boolean).join(' '));
  }, [run]);
}
