/** Conditions of the content on the states of a board: goals, bounds, and what a strategy keeps out of. */
import { assert } from '#base/assert.ts';
import type { Condition } from '#content/puzzle.ts';
import type { Observations, Observed } from '#protocols/catalog-entry.ts';
import type { Invariant } from '#simulator/check/invariants.ts';

/** All that is seen of a state. */
export interface Sight<State> {
  readonly observations: Observations<State>;
  readonly invariants: readonly Invariant<State>[];
}

/** The condition as a test of states. Its names are known: `conditionFaults` has said nothing. */
export function testOf<State>(condition: Condition, sight: Sight<State>): (state: State) => boolean {
  if ('all' in condition) {
    const tests = condition.all.map((each) => testOf(each, sight));
    return (state) => tests.every((test) => test(state));
  }
  if ('any' in condition) {
    const tests = condition.any.map((each) => testOf(each, sight));
    return (state) => tests.some((test) => test(state));
  }
  if ('not' in condition) {
    const test = testOf(condition.not, sight);
    return (state) => !test(state);
  }
  if ('breaks' in condition) {
    const invariant = sight.invariants.find(({ name }) => name === condition.breaks);
    assert(invariant, `there is no invariant ${condition.breaks}`);
    return (state) => invariant.fault(state) !== null;
  }
  const observe = sight.observations[condition.of];
  assert(observe, `there is no observation ${condition.of}`);
  if ('atLeast' in condition) return (state) => Number(observe(state)) >= condition.atLeast;
  if ('atMost' in condition) return (state) => Number(observe(state)) <= condition.atMost;
  return (state) => observe(state) === condition.is;
}

/** Names that the board does not know, and values that an observation never has. `state` is any of the board's. */
export function conditionFaults<State>(condition: Condition, sight: Sight<State>, state: State): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((each) => conditionFaults(each, sight, state));
  if ('any' in condition) return condition.any.flatMap((each) => conditionFaults(each, sight, state));
  if ('not' in condition) return conditionFaults(condition.not, sight, state);
  if ('breaks' in condition) {
    const names = sight.invariants.map(({ name }) => name);
    return names.includes(condition.breaks)
      ? []
      : [`there is no invariant “${condition.breaks}”; there are ${names.join(', ')}`];
  }
  const observe = sight.observations[condition.of];
  if (!observe) return [unknownObservation(condition.of, sight)];
  const wanted = 'is' in condition ? typeof condition.is : 'number';
  const held = typeof observe(state);
  return wanted === held ? [] : [`“${condition.of}” is a ${held}, not a ${wanted}`];
}

const unknownObservation = <State>(name: string, { observations }: Sight<State>): string =>
  `“${name}” is not observed; what is: ${Object.keys(observations).join(', ')}`;

/** `{name}`, or `{name: one word|another}`. */
const gap = /\{([^{}:]+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * A sentence with its live values. `{charges}` is the value; `{charges: charge|charges}` the first word where it is 1 or
 * true, else the second.
 */
export const liveText = <State>(live: string, { observations }: Sight<State>, state: State): string =>
  live.replaceAll(gap, (_, name: string, one?: string, other?: string) => {
    const value = observations[name]?.(state) ?? '';
    if (one === undefined || other === undefined) return valueText(value);
    return (value === 1 || value === true ? one : other).trim();
  });

const valueText = (value: Observed): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

export const liveFaults = <State>(live: string, sight: Sight<State>): readonly string[] =>
  [...live.matchAll(gap)].flatMap(([, name = '']) =>
    Object.hasOwn(sight.observations, name) ? [] : [unknownObservation(name, sight)],
  );
