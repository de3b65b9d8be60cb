/**
 * A set in which an add wins over a remove that had not seen it: each add has a tag of its own, and a remove removes the
 * tags it sees. Left out: forgetting the tags of what was removed, which dotted version vectors make possible.
 */
import type { CatalogEntry } from '../catalog-entry.ts';
import type { ReplicaOf, StateBased } from './state-based.ts';
import { stateBasedEntry } from './state-based-entry.ts';
import { elementsLost, type SetUpdate, union } from './two-phase-set.ts';

export interface OrSetState {
  /** Tags, as "element#node.number", in order: all that were ever added, and those that were removed. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** How many tags each node has made. */
  readonly counts: readonly number[];
}
export type OrSetBroken = 'tagsAreNotUnique';

const elementOf = (tag: string): string => tag.slice(0, tag.indexOf('#'));

/** Shapiro et al. 2011, A comprehensive study, specification 15. */
export function orSet(broken?: OrSetBroken): StateBased<OrSetState, SetUpdate> {
  return {
    name: 'OR-Set',
    empty: (size) => ({ added: [], removed: [], counts: Array.from({ length: size }, () => 0) }),
    update: ({ added, removed, counts }, { kind, element }, self) => {
      if (kind === 'remove')
        return {
          added,
          removed: union(
            removed,
            added.filter((tag) => elementOf(tag) === element),
          ),
          counts,
        };
      const count = (counts[self] ?? 0) + 1;
      const tag = broken === 'tagsAreNotUnique' ? `${element}#` : `${element}#${self}.${count}`;
      return { added: union(added, [tag]), removed, counts: counts.with(self, count) };
    },
    merge: (one, other) => ({
      added: union(one.added, other.added),
      removed: union(one.removed, other.removed),
      counts: one.counts.map((count, node) => Math.max(count, other.counts[node] ?? 0)),
    }),
    value: valueOf,
    say: ({ kind, element }) => `${kind} ${element}`,
  };
}

const valueOf = ({ added, removed }: OrSetState): readonly string[] =>
  union(added.filter((tag) => !removed.includes(tag)).map(elementOf), []);

export const orSetEntry: CatalogEntry<ReplicaOf<OrSetState, SetUpdate>> = stateBasedEntry({
  id: 'or-set',
  name: 'OR-Set',
  source: 'Shapiro et al. 2011, A comprehensive study of CRDTs, specification 15',
  brokenRules: { tagsAreNotUnique: 'Every add of an element has the same tag: once removed, it cannot be added back.' },
  crdt: (broken) => orSet(broken as OrSetBroken | undefined),
  requests: [
    [
      { kind: 'add', element: 'milk' },
      { kind: 'remove', element: 'milk' },
      { kind: 'add', element: 'milk' },
    ],
    [{ kind: 'add', element: 'milk' }],
  ],
  observations: { elementsLost: elementsLost(orSet()) },
  keepsHistory: true,
  invariants: [
    {
      name: 'An element that was added back is there',
      // Node A asks three times, and alone removes: after its last add nobody takes the element away.
      fault: ({ nodes, asked }) => {
        const state = nodes[0]?.durable.state;
        return asked[0] === 3 && state && valueOf(state).length === 0
          ? 'A added milk back, and does not have it'
          : null;
      },
    },
  ],
});
