import type { StorageFault } from './progress-store.ts';

/**
 * What went wrong, from the exception that IndexedDB gave. Anything else is a programmer's error and is thrown on.
 * Safari reports a lost connection as `UnknownError`, the others as `InvalidStateError` or `AbortError`.
 */
export function faultOf(error: unknown): StorageFault {
  if (!(error instanceof DOMException)) throw error;
  switch (error.name) {
    case 'QuotaExceededError':
      return { kind: 'quota' };
    case 'SecurityError':
      return { kind: 'denied' };
    case 'InvalidStateError':
    case 'AbortError':
    case 'UnknownError':
      return { kind: 'lost' };
    default:
      return { kind: 'unknown', message: `${error.name}: ${error.message}` };
  }
}
