import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface DeferredProps<Props> {
  /** Always the same function, at least while it is on screen. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /** Stands there until the code has come. */
  readonly children?: ComponentChildren;
}

/** A component whose code comes when it is first shown: it is rarely needed, or not for the first paint. */
export function Deferred<Props extends object>({ load, props, children }: DeferredProps<Props>) {
  const [Component, setComponent] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    // Code that cannot be had asks for a reload itself; what stands there stays.
    load().then(
      (loaded) => setComponent(() => loaded),
      () => {},
    );
  }, []);
  return Component ? <Component {...props} /> : <>{children}</>;
}
