import { signal } from '@preact/signals';

/** How much of a rebuild of the progress is done, 0 to 1; 1 when none is under way. */
export const rebuilt = signal(1);
