import { fillStore, timeQueue } from './large-store.ts';
import { timeReplay } from './timed-replay.ts';

/** What the bench calls from outside. Each gives milliseconds, by what was measured. */
const benches = { fillStore, timeQueue, timeReplay };
export type PageBenches = typeof benches;

(globalThis as unknown as { benches: PageBenches }).benches = benches;
