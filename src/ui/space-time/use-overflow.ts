import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * Whether more is in the element than it shows. What scrolls and holds nothing that takes the focus must take it itself,
 * or a keyboard cannot scroll it in every browser. Measured again whenever one of `content` changes, and with the window.
 */
export function useOverflow(element: RefObject<HTMLElement | null>, content: readonly unknown[]): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const measure = () => {
      const { scrollHeight = 0, clientHeight = 0 } = element.current ?? {};
      setOverflows(scrollHeight > clientHeight);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, content);
  return overflows;
}
