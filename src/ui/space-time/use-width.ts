import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What is drawn before anybody has measured: the room on a narrow phone. */
const UNMEASURED_PX = 300;
const LEAST_PX = 200;

/**
 * The width of an element in pixels of the normal text size: with larger text the picture is laid out for a
 * narrower place and drawn larger, so its words grow too.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(UNMEASURED_PX);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const enlarged = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      if (target.clientWidth > 0) setWidth(Math.max(LEAST_PX, Math.round(target.clientWidth / enlarged)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return width;
}
