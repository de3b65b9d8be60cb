import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCheck, variantOf } from '#assessment/check-draw.ts';
import type { Item } from '#content/item.ts';
import { itemOf } from './sample-items.ts';

const OBJECTIVES = ['explain', 'predict', 'choose', 'reason', 'name'].map((id) => ({ id }));
const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id);

/** So many items for each objective, in order. */
function bankOf(...counts: readonly number[]): Item[] {
  return counts.flatMap((count, index) => {
    const objective = OBJECTIVES[index]?.id ?? '';
    return Array.from({ length: count }, (_, number) => itemOf(`${objective}-${number}`, objective));
  });
}

const counts = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 4, maxLength: 5 });
const seed = fc.integer();

test('a check asks ten different items, at least two of each objective', () => {
  fc.assert(
    fc.property(counts, seed, (perObjective, drawn) => {
      const bank = bankOf(...perObjective);
      const objectives = OBJECTIVES.slice(0, perObjective.length);
      const check = drawCheck(bank, objectives, drawn);
      expect(new Set(idsOf(check)).size).toBe(Math.min(10, bank.length));
      for (const { id } of objectives) {
        expect(check.filter(({ objective }) => objective === id).length).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});

test('the same seed draws the same check, and another seed another', () => {
  const bank = bankOf(8, 8, 8, 8, 8);
  expect(idsOf(drawCheck(bank, OBJECTIVES, 7))).toEqual(idsOf(drawCheck(bank, OBJECTIVES, 7)));
  expect(idsOf(drawCheck(bank, OBJECTIVES, 7))).not.toEqual(idsOf(drawCheck(bank, OBJECTIVES, 8)));
});

test('a retake asks none of the last items while the bank has others', () => {
  fc.assert(
    fc.property(seed, seed, (once, again) => {
      const bank = bankOf(6, 6, 6, 6);
      const objectives = OBJECTIVES.slice(0, 4);
      const first = drawCheck(bank, objectives, once);
      const seen = new Set(idsOf(first));
      const fewest = Math.min(
        ...objectives.map(({ id }) => bank.filter((item) => item.objective === id && !seen.has(item.id)).length),
      );
      fc.pre(fewest >= 2);
      expect(idsOf(drawCheck(bank, objectives, again, seen)).filter((id) => seen.has(id))).toEqual([]);
    }),
  );
});

test('a bank seen through and through is drawn from again', () => {
  const bank = bankOf(3, 3, 3, 3);
  expect(drawCheck(bank, OBJECTIVES.slice(0, 4), 1, new Set(idsOf(bank)))).toHaveLength(10);
});

test('a small bank is asked whole', () => {
  const bank = bankOf(2, 1, 2, 1);
  expect(idsOf(drawCheck(bank, OBJECTIVES.slice(0, 4), 3)).sort()).toEqual(idsOf(bank).sort());
});

test('every item of the bank is drawn sooner or later', () => {
  const bank = bankOf(6, 6, 6, 6);
  const drawn = new Set(
    Array.from({ length: 60 }, (_, index) => drawCheck(bank, OBJECTIVES.slice(0, 4), index)).flatMap(idsOf),
  );
  expect(drawn.size).toBe(bank.length);
});

const missed = itemOf('missed', 'reason', 'lease');
const sameConcept = itemOf('same-concept', 'reason', 'lease');
const otherConcept = itemOf('other-concept', 'reason', 'lock');
const bank = [missed, otherConcept, sameConcept, itemOf('other-objective', 'name', 'lease')];

test('a variant is another item of the same objective, of the same concept first', () => {
  for (let drawn = 0; drawn < 20; drawn++) {
    expect(variantOf(missed, bank, drawn, new Set())).toBe(sameConcept);
    expect(variantOf(missed, bank, drawn, new Set(['same-concept']))).toBe(otherConcept);
  }
});

test('without another item of the objective there is no variant', () => {
  expect(variantOf(missed, bank, 1, new Set(['same-concept', 'other-concept']))).toBeUndefined();
});
