import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A stretch of the picture, in its own pixels. */
export interface Nearby {
  readonly top: number;
  readonly bottom: number;
}

/** How much is drawn above and below what is seen: a finger may fling further than a frame takes. */
const BEYOND_PX = 800;
/** The stretch moves in leaps, so that scrolling seldom draws. */
const LEAP_PX = 400;
const UNMEASURED: Nearby = { top: 0, bottom: 2_000 };

/**
 * What of a picture `heightPx` tall is near what is seen of it, and what to call when its frame scrolls. A picture that
 * is not much taller than its frame is near as a whole.
 */
export function useNearby(frame: RefObject<HTMLElement | null>, heightPx: number): [Nearby, () => void] {
  const [nearby, setNearby] = useState(UNMEASURED);
  const follow = (): void => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = frame.current ?? {};
    if (clientHeight === 0) return;
    const scale = Math.max(1, scrollHeight / heightPx);
    const top = Math.floor((scrollTop / scale - BEYOND_PX) / LEAP_PX) * LEAP_PX;
    const bottom = Math.ceil(((scrollTop + clientHeight) / scale + BEYOND_PX) / LEAP_PX) * LEAP_PX;
    setNearby((before) => (before.top === top && before.bottom === bottom ? before : { top, bottom }));
  };
  useLayoutEffect(follow, [heightPx]);
  return [nearby, follow];
}
