import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '#content/puzzle.ts';
import { conditionFaults, liveFaults, liveText, testOf, type Sight } from '#puzzles/condition.ts';

interface Tide {
  readonly height: number;
  readonly isHigh: boolean;
  readonly wind: string;
}

const sight: Sight<Tide> = {
  observations: { height: ({ height }) => height, isHigh: ({ isHigh }) => isHigh, wind: ({ wind }) => wind },
  invariants: [{ name: 'Dry feet', fault: ({ height }) => (height > 3 ? 'the quay is under water' : null) }],
};
const tides = fc.record({ height: fc.nat(5), isHigh: fc.boolean(), wind: fc.constantFrom('north', 'south') });
const calm: Tide = { height: 0, isHigh: false, wind: 'north' };

const conditions = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({ atLeast: fc.nat(5), of: fc.constant('height') }),
    fc.record({ atMost: fc.nat(5), of: fc.constant('height') }),
    fc.record({ is: fc.boolean(), of: fc.constant('isHigh') }),
    fc.record({ is: fc.constantFrom('north', 'south'), of: fc.constant('wind') }),
    fc.constant({ breaks: 'Dry feet' }),
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
})).condition;

const holds = (condition: Condition, tide: Tide): boolean => testOf(condition, sight)(tide);

describe('conditions are an algebra', () => {
  test('no twice is yes', () =>
    fc.assert(
      fc.property(conditions, tides, (one, tide) => {
        expect(holds({ not: { not: one } }, tide)).toBe(holds(one, tide));
      }),
    ));

  test('not all is any not, and not any is all not', () =>
    fc.assert(
      fc.property(conditions, conditions, tides, (one, other, tide) => {
        expect(holds({ not: { all: [one, other] } }, tide)).toBe(holds({ any: [{ not: one }, { not: other }] }, tide));
        expect(holds({ not: { any: [one, other] } }, tide)).toBe(holds({ all: [{ not: one }, { not: other }] }, tide));
      }),
    ));

  test('the order of parts makes no difference, nor does a part said twice', () =>
    fc.assert(
      fc.property(conditions, conditions, tides, (one, other, tide) => {
        expect(holds({ all: [one, other] }, tide)).toBe(holds({ all: [other, one, one] }, tide));
        expect(holds({ any: [one, other] }, tide)).toBe(holds({ any: [other, one, one] }, tide));
      }),
    ));

  test('at least n is not at most one less', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), tides, (n, tide) => {
        const most: Condition = { atMost: n - 1, of: 'height' };
        expect(holds({ atLeast: n, of: 'height' }, tide)).toBe(holds({ not: most }, tide));
      }),
    ));

  test('what names only what is there has no fault', () =>
    fc.assert(
      fc.property(conditions, (one) => {
        expect(conditionFaults(one, sight, calm)).toEqual([]);
      }),
    ));
});

test('an invariant is broken where it has a fault', () => {
  expect(holds({ breaks: 'Dry feet' }, { ...calm, height: 4 })).toBe(true);
  expect(holds({ breaks: 'Dry feet' }, calm)).toBe(false);
});

test('a name that is not there is said, however deep it stands, beside those that are', () => {
  const deep: Condition = { all: [{ not: { any: [{ atLeast: 1, of: 'depth' }, { breaks: 'Dry hands' }] } }] };
  expect(conditionFaults(deep, sight, calm)).toEqual([
    '“depth” is not observed; what is: height, isHigh, wind',
    'there is no invariant “Dry hands”; there are Dry feet',
  ]);
});

test('a value of a kind that an observation never has is said', () => {
  expect(conditionFaults({ is: 'high', of: 'isHigh' }, sight, calm)).toEqual(['“isHigh” is a boolean, not a string']);
  expect(conditionFaults({ atLeast: 1, of: 'wind' }, sight, calm)).toEqual(['“wind” is a string, not a number']);
});

test('a live sentence holds values, and words that agree with them', () => {
  const live = 'The {wind} wind has raised it {height} {height: foot|feet}; it {isHigh: is|is not} high.';
  expect(liveText(live, sight, calm)).toBe('The north wind has raised it 0 feet; it is not high.');
  expect(liveText(live, sight, { height: 1, isHigh: true, wind: 'south' })).toBe(
    'The south wind has raised it 1 foot; it is high.',
  );
  expect(liveText('{isHigh}', sight, calm)).toBe('no');
  expect(liveFaults(live, sight)).toEqual([]);
  expect(liveFaults('It is {depth}.', sight)).toEqual(['“depth” is not observed; what is: height, isHigh, wind']);
});
