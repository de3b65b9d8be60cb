import { useEffect, useState } from 'preact/hooks';

/** Long enough to read a short sentence. */
const STEP_MS = 1100;

export interface RunPlayer {
  /** How many events are shown. */
  readonly until: number;
  /** Whether the learner has moved it, and it is not merely at rest. */
  readonly isMoved: boolean;
  readonly isPlaying: boolean;
  readonly isAtEnd: boolean;
  /** Whether the end has been seen, now or earlier. */
  readonly hasEnded: boolean;
  readonly step: () => void;
  readonly back: () => void;
  /** From the end it plays from the start again. */
  readonly play: () => void;
  readonly pause: () => void;
  /** To a number of events; stops playing. */
  readonly seek: (until: number) => void;
}

/**
 * Where a run of `length` events has been played to. `rest` is where it stands untouched: it may change after the
 * first paint, when it is known that the run was seen before. There is a timer only while it plays.
 */
export function useRunPlayer(length: number, rest: number): RunPlayer {
  const [moved, setMoved] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [hasEnded, setEnded] = useState(false);
  const until = moved ?? rest;
  const isAtEnd = until >= length;

  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setMoved((before) => Math.min(length, (before ?? rest) + 1)), STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying, length, rest]);
  useEffect(() => {
    if (!isAtEnd) return;
    setPlaying(false);
    setEnded(true);
  }, [isAtEnd]);

  const seek = (place: number) => {
    setPlaying(false);
    setMoved(Math.min(length, Math.max(0, place)));
  };
  return {
    until,
    isMoved: moved !== null,
    isPlaying,
    isAtEnd,
    hasEnded: hasEnded || isAtEnd,
    step: () => seek(until + 1),
    back: () => seek(until - 1),
    play: () => {
      setMoved(isAtEnd ? 0 : Math.min(length, until + 1));
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    seek,
  };
}
