import { useEffect, useState } from 'preact/hooks';

/** How much of a list of `length` to draw now: a long one grows by a slice a frame, so that it never keeps a finger waiting. */
export function useSlices(length: number, slice: number): number {
  const [allowed, setAllowed] = useState(slice);
  const drawn = Math.min(length, allowed);
  useEffect(() => {
    // One step more is no reason to wait for the next frame.
    if (drawn === length) return setAllowed(drawn + slice);
    const frame = requestAnimationFrame(() => setAllowed(drawn + slice));
    return () => cancelAnimationFrame(frame);
  }, [drawn, length, slice]);
  return drawn;
}
