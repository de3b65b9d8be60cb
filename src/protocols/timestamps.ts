/** Four kinds of timestamps as pure rules: what an event gets, what a receipt learns, and how two are compared. */
import type { NodeId } from '#simulator/protocol.ts';

export type ClockKind = 'physical' | 'lamport' | 'vector' | 'hybrid';

/** One number (physical, Lamport), one a node (vector), or a clock reading and a counter (hybrid). */
export type Timestamp = readonly number[];

export type Comparison = 'before' | 'after' | 'equal' | 'concurrent';

export const firstTimestamp = (kind: ClockKind, size: number): Timestamp =>
  kind === 'vector' ? Array.from({ length: size }, () => 0) : kind === 'hybrid' ? [0, 0] : [0];

/** The stamp of a node's next event. Lamport 1978, rule IR1; Fidge 1988 and Mattern 1989; Kulkarni et al. 2014, figure 5. */
export function nextTimestamp(kind: ClockKind, stamp: Timestamp, self: NodeId, clock: number): Timestamp {
  switch (kind) {
    case 'physical':
      return [clock];
    case 'lamport':
      return [at(stamp, 0) + 1];
    case 'vector':
      return stamp.with(self, at(stamp, self) + 1);
    case 'hybrid':
      return clock > at(stamp, 0) ? [clock, 0] : [at(stamp, 0), at(stamp, 1) + 1];
  }
}

/** What a node knows once it has heard of `heard`, before the receipt gets its own stamp: Lamport 1978, rule IR2(b), and its kin. */
export function mergedTimestamp(kind: ClockKind, stamp: Timestamp, heard: Timestamp): Timestamp {
  switch (kind) {
    case 'physical':
      return stamp;
    case 'lamport':
      return [Math.max(at(stamp, 0), at(heard, 0))];
    case 'vector':
      return stamp.map((count, node) => Math.max(count, at(heard, node)));
    case 'hybrid':
      return compareTimestamps(kind, stamp, heard) === 'before' ? heard : stamp;
  }
}

/** How `one` stands to `other`. Only vectors can say that neither came first. */
export function compareTimestamps(kind: ClockKind, one: Timestamp, other: Timestamp): Comparison {
  if (kind !== 'vector') {
    const difference = one.map((count, place) => count - at(other, place)).find((gap) => gap !== 0) ?? 0;
    return difference === 0 ? 'equal' : difference < 0 ? 'before' : 'after';
  }
  const isLess = one.some((count, node) => count < at(other, node));
  const isMore = one.some((count, node) => count > at(other, node));
  return isLess && isMore ? 'concurrent' : isLess ? 'before' : isMore ? 'after' : 'equal';
}

/** "7", "[2 0 1]", "7.1". */
export const timestampText = (kind: ClockKind, stamp: Timestamp): string =>
  kind === 'vector' ? `[${stamp.join(' ')}]` : stamp.join('.');

const at = (stamp: Timestamp, place: number): number => stamp[place] ?? 0;
