import type { Run } from '#content/figure.ts';

/** On the lifeline, right of it, left of it. */
const OFFSETS_PX = [0, 6, -6];

/** By event, how far right of its lifeline a bar stands. Bars of one node that last at the same time stand side by side; the one that lasts longest keeps the lifeline. */
export function lanesOf({ events }: Run): ReadonlyMap<number, number> {
  const lanes = new Map<number, number>();
  const endsByNode = new Map<string, number[]>();
  const spans = events.flatMap((event, index) => (event.kind === 'span' ? [{ ...event, index }] : []));
  for (const { node, at, until, index } of spans.sort((one, other) => one.at - other.at || other.until - one.until)) {
    const ends = endsByNode.get(node) ?? [];
    const free = ends.findIndex((end) => end <= at);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = until;
    endsByNode.set(node, ends);
    lanes.set(index, OFFSETS_PX[Math.min(lane, OFFSETS_PX.length - 1)] ?? 0);
  }
  return lanes;
}
