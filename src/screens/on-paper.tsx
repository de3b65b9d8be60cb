import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface OnPaperProps<Props> {
  /** Always the same function. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Printed after what is on the screen, not in its place. */
  readonly isAdded?: boolean;
}

/** What is made for paper. Its code comes after the screen's, so that the browser need not wait; it is drawn while it prints. */
export function OnPaper<Props extends object>({ load, props, isAdded = false }: OnPaperProps<Props>) {
  const [Component, setComponent] = useState<ComponentType<Props> | null>(null);
  const isPrinting = useIsPrinting();
  useEffect(() => {
    load().then(
      (loaded) => setComponent(() => loaded),
      // Without its code the screen itself is printed.
      () => {},
    );
  }, []);
  if (!Component || !isPrinting) return null;
  return (
    <div data-print={isAdded ? 'also' : 'only'}>
      <Component {...props} />
    </div>
  );
}

/** True from before the browser lays out its pages: what is drawn for that is ready in time. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
