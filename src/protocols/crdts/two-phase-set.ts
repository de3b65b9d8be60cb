/** A set whose elements can be added, and removed once: what was removed has a tombstone, and never comes back. */
import type { World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import type { ReplicaOf, StateBased } from './state-based.ts';
import { stateBasedEntry } from './state-based-entry.ts';

export interface TwoPhaseSetState {
  /** Both in order. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
export interface SetUpdate {
  readonly kind: 'add' | 'remove';
  readonly element: string;
}
export type TwoPhaseSetBroken = 'noTombstones';

export const union = (one: readonly string[], other: readonly string[]): readonly string[] =>
  [...new Set([...one, ...other])].sort();

/** Shapiro et al. 2011, A comprehensive study, specification 12. */
export function twoPhaseSet(broken?: TwoPhaseSetBroken): StateBased<TwoPhaseSetState, SetUpdate> {
  return {
    name: '2P-Set',
    empty: () => ({ added: [], removed: [] }),
    update: ({ added, removed }, { kind, element }) => {
      if (kind === 'add') return { added: union(added, [element]), removed };
      if (broken === 'noTombstones') return { added: added.filter((held) => held !== element), removed };
      return { added, removed: added.includes(element) ? union(removed, [element]) : removed };
    },
    merge: (one, other) => ({ added: union(one.added, other.added), removed: union(one.removed, other.removed) }),
    value: ({ added, removed }) => added.filter((element) => !removed.includes(element)),
    say: ({ kind, element }) => `${kind} ${element}`,
  };
}

/**
 * How many elements a replica’s client added last, and nobody else ever removed, and the replica does not show all the
 * same. Needs the history.
 */
export function elementsLost<State>({ value }: StateBased<State, SetUpdate>) {
  return ({ nodes, history }: World<ReplicaOf<State, SetUpdate>>): number => {
    const asked = history.flatMap((event) =>
      event.kind === 'invoked' ? [{ node: event.node, ...event.request }] : [],
    );
    const lost = asked.filter(({ node, kind, element }, place) => {
      const isLast = asked.slice(place + 1).every((later) => later.node !== node || later.element !== element);
      const isOwn = asked.every((other) => other.kind === 'add' || other.node === node || other.element !== element);
      const state = nodes[node]?.durable.state;
      const shown = state === undefined ? [] : value(state);
      return kind === 'add' && isLast && isOwn && Array.isArray(shown) && !shown.includes(element);
    });
    return new Set(lost.map(({ element }) => element)).size;
  };
}

export const twoPhaseSetEntry: CatalogEntry<ReplicaOf<TwoPhaseSetState, SetUpdate>> = stateBasedEntry({
  id: 'two-phase-set',
  name: '2P-Set',
  source: 'Shapiro et al. 2011, A comprehensive study of CRDTs, specification 12',
  brokenRules: { noTombstones: 'A removed element leaves no tombstone: the next merge brings it back.' },
  crdt: (broken) => twoPhaseSet(broken as TwoPhaseSetBroken | undefined),
  requests: [
    [
      { kind: 'add', element: 'milk' },
      { kind: 'remove', element: 'milk' },
    ],
    [{ kind: 'add', element: 'bread' }],
  ],
  invariants: [],
  observations: { elementsLost: elementsLost(twoPhaseSet()) },
  keepsHistory: true,
});
