import { signal } from '@preact/signals';

const spoken = signal('');

/** Says a sentence to screen readers, politely. The last one counts. */
export function announce(sentence: string): void {
  // The same words twice are no change to a screen reader; an invisible space makes them one.
  spoken.value = sentence === spoken.peek() ? `${sentence}\u00a0` : sentence;
}

/** The only live region of the app; the layout renders it once. */
export function LiveRegion() {
  return (
    <div class="hidden-text" role="status" aria-live="polite">
      {spoken.value}
    </div>
  );
}
