import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { gCounter, gCounterEntry } from '#protocols/crdts/g-counter.ts';
import { operationCounterEntry } from '#protocols/crdts/operation-counter.ts';
import { orSet, orSetEntry } from '#protocols/crdts/or-set.ts';
import { pnCounter, pnCounterEntry } from '#protocols/crdts/pn-counter.ts';
import type { StateBased } from '#protocols/crdts/state-based.ts';
import { twoPhaseSet, twoPhaseSetEntry, type SetUpdate } from '#protocols/crdts/two-phase-set.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const entries: readonly CatalogEntry[] = [
  gCounterEntry,
  pnCounterEntry,
  twoPhaseSetEntry,
  orSetEntry,
  operationCounterEntry,
];
const proofs = entries.map((entry) => ({ entry, name: entry.name, proof: searchForFault(entry.example()) }));
const rules = entries.flatMap((entry) =>
  Object.keys(entry.brokenRules).map((rule) => ({ entry, name: entry.name, rule })),
);

describe('conflict-free replicated data types', () => {
  for (const { name, proof } of proofs) {
    it(`${name}: replicas that saw the same agree in all ${proof.states} states with a loss and a duplicate`, () => {
      expect(proof.kind).toBe('impossible');
    });
  }

  it.each(rules)('$name fails where the rule is missing: $rule', ({ entry, rule }) => {
    expect(searchForFault(entry.example(rule)).kind).toBe('found');
  });

  it.each(proofs)('$name reads as a story', ({ entry }) => {
    const { setup, timed } = entry.example();
    expectGolden(entry, [
      story('Losses and duplicates, and all agree', setup, timedMoves(setup, 5, timed, 20)),
      ...Object.keys(entry.brokenRules).map((rule) => brokenStory(entry, rule)),
    ]);
  });
});

/** What three replicas may come to: each takes a few updates, and hears of the others now and then. */
function reachable<State, Update>(
  { empty, update, merge }: StateBased<State, Update>,
  updates: fc.Arbitrary<Update>,
): fc.Arbitrary<readonly State[]> {
  const step = fc.record({ node: fc.nat(2), hears: fc.option(fc.nat(2)), update: updates });
  return fc.array(step, { maxLength: 12 }).map((steps) =>
    steps.reduce<readonly State[]>(
      (states, { node, hears, update: by }) => {
        const own = states[node] as State;
        return states.with(node, hears === null ? update(own, by, node) : merge(own, states[hears] as State));
      },
      [empty(3), empty(3), empty(3)],
    ),
  );
}

function checkJoin<State, Update>(crdt: StateBased<State, Update>, updates: fc.Arbitrary<Update>): void {
  const { merge, update } = crdt;
  fc.assert(
    fc.property(reachable(crdt, updates), updates, ([one, other, third], by) => {
      const [a, b, c] = [one as State, other as State, third as State];
      expect(merge(a, b)).toEqual(merge(b, a));
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      expect(merge(a, a)).toEqual(a);
      // An update moves upward: merging the state before it changes nothing.
      const after = update(a, by, 0);
      expect(merge(after, a)).toEqual(after);
    }),
  );
}

describe('the merge of a state-based type is a join, and its updates only move upward', () => {
  const setUpdates = fc.record<SetUpdate>({
    kind: fc.constantFrom('add', 'remove'),
    element: fc.constantFrom('milk', 'bread'),
  });
  it('G-Counter', () => checkJoin(gCounter(), fc.constant('increment')));
  it('PN-Counter', () => checkJoin(pnCounter(), fc.constantFrom('increment', 'decrement')));
  it('2P-Set', () => checkJoin(twoPhaseSet(), setUpdates));
  it('OR-Set', () => checkJoin(orSet(), setUpdates));
});

describe('adding an element back', () => {
  const milk = (kind: SetUpdate['kind']): SetUpdate => ({ kind, element: 'milk' });
  const addedBack = <State>({ empty, update, value }: StateBased<State, SetUpdate>) =>
    value([milk('add'), milk('remove'), milk('add')].reduce((state, by) => update(state, by, 0), empty(1)));

  it('loses it in a 2P-Set, and keeps it in an OR-Set', () => {
    expect([addedBack(twoPhaseSet()), addedBack(orSet())]).toEqual([[], ['milk']]);
  });

  it('wins over a remove that has not seen it, in an OR-Set only', () => {
    const survives = <State>({ empty, update, merge, value }: StateBased<State, SetUpdate>) => {
      const both = update(empty(2), milk('add'), 0);
      return value(merge(update(both, milk('remove'), 0), update(both, milk('add'), 1)));
    };
    expect([survives(twoPhaseSet()), survives(orSet())]).toEqual([[], ['milk']]);
  });
});

it('a PN-Counter converges, and keeps no bound: two replicas that each spend the last one', () => {
  const { empty, update, merge, value } = pnCounter();
  const one = update(empty(2), 'increment', 0);
  expect(value(merge(update(one, 'decrement', 0), update(one, 'decrement', 1)))).toBe(-1);
});
