/** A counter that only grows: a number for each replica, which only that replica raises. Left out: reset. */
import type { CatalogEntry } from '../catalog-entry.ts';
import type { ReplicaOf, StateBased } from './state-based.ts';
import { atEachReplica, stateBasedEntry } from './state-based-entry.ts';

export type GCounterState = readonly number[];
export type GCounterBroken = 'mergeAdds';

/** Shapiro et al. 2011, A comprehensive study, specification 6. The merge is the greater of each pair of numbers. */
export function gCounter(broken?: GCounterBroken): StateBased<GCounterState, 'increment'> {
  return {
    name: 'G-Counter',
    empty: (size) => Array.from({ length: size }, () => 0),
    update: (state, _, self) => state.with(self, (state[self] ?? 0) + 1),
    merge: (one, other) =>
      one.map((count, node) =>
        broken === 'mergeAdds' ? count + (other[node] ?? 0) : Math.max(count, other[node] ?? 0),
      ),
    value: sum,
    say: () => 'increment',
  };
}

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

export const gCounterEntry: CatalogEntry<ReplicaOf<GCounterState, 'increment'>> = stateBasedEntry({
  id: 'g-counter',
  name: 'G-Counter',
  source: 'Shapiro et al. 2011, A comprehensive study of CRDTs, specification 6',
  brokenRules: { mergeAdds: 'The merge adds the numbers: merging twice counts twice.' },
  crdt: (broken) => gCounter(broken as GCounterBroken | undefined),
  requests: [['increment', 'increment'], ['increment']],
  invariants: [
    atEachReplica('A replica counts each update it has seen once', (state, seen, node) =>
      sum(state) === sum(seen)
        ? null
        : `node ${'ABC'[node] ?? node} has seen ${sum(seen)} updates and counts ${sum(state)}`,
    ),
  ],
});
