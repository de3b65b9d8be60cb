/** A counter that goes up and down: two that only grow. It converges; it does not keep itself above zero. */
import type { CatalogEntry } from '../catalog-entry.ts';
import { gCounter, type GCounterState, sum } from './g-counter.ts';
import type { ReplicaOf, StateBased } from './state-based.ts';
import { stateBasedEntry } from './state-based-entry.ts';

export interface PnCounterState {
  readonly up: GCounterState;
  readonly down: GCounterState;
}
export type PnCounterUpdate = 'increment' | 'decrement';
export type PnCounterBroken = 'oneNumberGoesBothWays';

/** Shapiro et al. 2011, A comprehensive study, specification 7. */
export function pnCounter(broken?: PnCounterBroken): StateBased<PnCounterState, PnCounterUpdate> {
  const { empty, update, merge } = gCounter();
  return {
    name: 'PN-Counter',
    empty: (size) => ({ up: empty(size), down: empty(size) }),
    update: ({ up, down }, by, self) => {
      if (by === 'increment') return { up: update(up, by, self), down };
      // Going down on the same number is no move upward in the order that the merge knows.
      if (broken === 'oneNumberGoesBothWays') return { up: up.with(self, (up[self] ?? 0) - 1), down };
      return { up, down: update(down, 'increment', self) };
    },
    merge: (one, other) => ({ up: merge(one.up, other.up), down: merge(one.down, other.down) }),
    value: ({ up, down }) => sum(up) - sum(down),
    say: (by) => by,
  };
}

export const pnCounterEntry: CatalogEntry<ReplicaOf<PnCounterState, PnCounterUpdate>> = stateBasedEntry({
  id: 'pn-counter',
  name: 'PN-Counter',
  source: 'Shapiro et al. 2011, A comprehensive study of CRDTs, specification 7',
  brokenRules: {
    oneNumberGoesBothWays: 'Decrements lower the number that increments raise: the greater one wins, and undoes them.',
  },
  crdt: (broken) => pnCounter(broken as PnCounterBroken | undefined),
  requests: [['increment', 'decrement'], ['decrement']],
  invariants: [],
});
