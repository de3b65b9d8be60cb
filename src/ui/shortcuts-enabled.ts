import { signal } from '@preact/signals';

/** Off when the learner switched single-key shortcuts off. */
export const shortcutsEnabled = signal(true);
