import type { SubjectKind } from '#progress/rows.ts';

/** The part of a `BroadcastChannel` that carries changes to the other tabs. */
export interface ChangeChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

type Listener = (kinds: ReadonlySet<SubjectKind>) => void;

export interface Changes {
  readonly subscribe: (listener: Listener) => () => void;
  /** Tells the listeners here and in the other tabs. */
  readonly announce: (kinds: ReadonlySet<SubjectKind>) => void;
  readonly close: () => void;
}

export function createChanges(channel?: ChangeChannel): Changes {
  const listeners = new Set<Listener>();
  const tell = (kinds: ReadonlySet<SubjectKind>): void => {
    for (const listener of [...listeners]) callOut(() => listener(kinds));
  };
  channel?.addEventListener('message', ({ data }) => {
    if (Array.isArray(data)) tell(new Set(data as SubjectKind[]));
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce: (kinds) => {
      if (kinds.size === 0) return;
      channel?.postMessage([...kinds]);
      tell(kinds);
    },
    close: () => channel?.close(),
  };
}

/** What a listener throws must be seen, but must not make an answer that is on disk look lost. */
function callOut(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
