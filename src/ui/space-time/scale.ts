import type { Run, RunEvent } from '#content/figure.ts';

/** Height that each moment of a run adds, when moments are evenly spread. */
const MOMENT_PX = 25;
const NEAR_PX = 14;
/** So many events in a row, and the room that their words need. */
const CROWD = 6;
const CROWD_PX = 84;
const TOP_PX = 16;

/** From a moment to its height: linear, and as tall as the number of moments asks for. */
export function scaleOf(run: Run, spots: readonly { readonly at: number }[]): (at: number) => number {
  const moments = new Set([...run.events.flatMap(momentsOf), ...spots.map((spot) => spot.at)]);
  const sorted = [...moments].sort((one, other) => one - other);
  const first = sorted[0] ?? 0;
  const range = Math.max(1, (sorted.at(-1) ?? 1) - first);
  const gaps = sorted.slice(1).map((moment, index) => moment - (sorted[index] ?? 0));
  const even = (MOMENT_PX * Math.max(1, sorted.length - 1)) / range;
  const near = NEAR_PX / Math.min(range, ...gaps);
  const unit = Math.max(even, Math.min(near, even * 1.5), Math.min(crowded(run.events), even * 1.8));
  return (at) => TOP_PX + (at - first) * unit;
}

/** How tall a unit must be for the words of the events that stand closest together. */
function crowded(events: Run['events']): number {
  const stretches = events.slice(CROWD).map((event, index) => event.at - (events[index]?.at ?? event.at));
  return stretches.length === 0 ? 0 : CROWD_PX / Math.max(1, Math.min(...stretches));
}

function momentsOf(event: RunEvent): number[] {
  if (event.kind === 'message') return [event.at, event.arrives];
  return event.kind === 'span' || event.kind === 'cut' ? [event.at, event.until] : [event.at];
}
