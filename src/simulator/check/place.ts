/** The search inside the linearizability check: one object, one log. Knows nothing of keys. */
import type { Operation } from './history.ts';
import type { SequentialSpec } from './specs.ts';

export type Placement<State, Op> =
  | { readonly kind: 'placed'; readonly order: readonly Operation<Op>[] }
  | {
      readonly kind: 'stuck';
      readonly prefix: readonly Operation<Op>[];
      readonly state: State;
      readonly cannotPlace: Operation<Op>;
    }
  | { readonly kind: 'unknown' };

/**
 * Places operations one after another, each among those that no unplaced one precedes in real time; where none fits,
 * takes the last one back. One that only asks may stand as early as it can: if that leads nowhere, nothing else does,
 * so it is never retried elsewhere. `operations` are in the order of their invocations.
 */
export function place<State, Op>(
  spec: SequentialSpec<State, Op>,
  operations: readonly Operation<Op>[],
  limit: number,
): Placement<State, Op> {
  const line = createLine(operations);
  const tried = createTried(operations, limit);
  const states = createStates<State>();
  const placed: number[] = [];
  const statesBefore: number[] = [];
  const onlyAsks = operations.map(({ op }) => spec.onlyAsks?.(op) === true);
  let unreturned = operations.reduce((count, { returnedAt }) => count + (returnedAt === null ? 0 : 1), 0);
  let state = states.numberOf(spec.init);
  let best = { returnedAt: -1, prefix: placed.slice(), state, blocking: -1 };

  const takeBack = (): number => {
    const last = placed.pop() as number;
    line.putBack(last);
    tried.unmark(last);
    if (operations[last]?.returnedAt !== null) unreturned++;
    state = statesBefore.pop() as number;
    return last;
  };

  let event = line.first();
  while (unreturned > 0) {
    const index = line.operationAt(event);
    const operation = operations[index] as Operation<Op>;
    if (line.isReturn(event)) {
      const returnedAt = operation.returnedAt as number;
      if (returnedAt > best.returnedAt || (returnedAt === best.returnedAt && placed.length > best.prefix.length)) {
        best = { returnedAt, prefix: placed.slice(), state, blocking: index };
      }
      let last: number;
      do {
        if (placed.length === 0) return stuck(operations, best, states.stateOf(best.state));
        last = takeBack();
      } while (onlyAsks[last]);
      event = line.after(line.invocationOf(last));
      continue;
    }
    const next = spec.step(states.stateOf(state), operation.op);
    const number = next === undefined ? -1 : states.numberOf(next);
    // What has no known outcome and changes nothing need not have happened.
    if (number >= 0 && !(number === state && operation.returnedAt === null) && tried.mark(index, number)) {
      if (tried.isFull()) return { kind: 'unknown' };
      placed.push(index);
      statesBefore.push(state);
      state = number;
      line.takeOut(index);
      if (operation.returnedAt !== null) unreturned--;
      event = line.first();
    } else event = line.after(event);
  }
  return { kind: 'placed', order: placed.map((index) => operations[index] as Operation<Op>) };
}

function stuck<State, Op>(
  operations: readonly Operation<Op>[],
  best: { readonly prefix: readonly number[]; readonly blocking: number },
  state: State,
): Placement<State, Op> {
  const of = (index: number): Operation<Op> => operations[index] as Operation<Op>;
  return { kind: 'stuck', prefix: best.prefix.map(of), state, cannotPlace: of(best.blocking) };
}

/** States by number: equal ones have the same. */
function createStates<State>() {
  const numbers = new Map<unknown, number>();
  const states: State[] = [];
  return {
    stateOf: (number: number): State => states[number] as State,
    numberOf: (state: State): number => {
      const content = typeof state === 'object' && state !== null ? JSON.stringify(state) : state;
      const known = numbers.get(content);
      if (known !== undefined) return known;
      numbers.set(content, states.length);
      return states.push(state) - 1;
    },
  };
}

/** Invocations and returns in the order of real time, as a doubly linked list: event 0 is before them all. */
function createLine<Op>(operations: readonly Operation<Op>[]) {
  const ends = operations.flatMap(({ invokedAt, returnedAt }, index) => [
    { at: invokedAt, index, isReturn: false },
    ...(returnedAt === null ? [] : [{ at: returnedAt, index, isReturn: true }]),
  ]);
  ends.sort((one, other) => one.at - other.at);
  const next = Int32Array.from({ length: ends.length + 1 }, (_, event) => event + 1);
  const previous = Int32Array.from({ length: ends.length + 2 }, (_, event) => event - 1);
  const invocations = new Int32Array(operations.length);
  const returns = new Int32Array(operations.length);
  ends.forEach(({ index, isReturn }, place) => {
    (isReturn ? returns : invocations)[index] = place + 1;
  });
  const takeOutEvent = (event: number): void => {
    if (event === 0) return;
    next[previous[event] as number] = next[event] as number;
    previous[next[event] as number] = previous[event] as number;
  };
  const putBackEvent = (event: number): void => {
    if (event === 0) return;
    next[previous[event] as number] = event;
    previous[next[event] as number] = event;
  };
  return {
    first: (): number => next[0] as number,
    after: (event: number): number => next[event] as number,
    operationAt: (event: number): number => ends[event - 1]?.index ?? -1,
    isReturn: (event: number): boolean => ends[event - 1]?.isReturn === true,
    invocationOf: (index: number): number => invocations[index] as number,
    takeOut: (index: number): void => {
      takeOutEvent(invocations[index] as number);
      takeOutEvent(returns[index] as number);
    },
    putBack: (index: number): void => {
      putBackEvent(returns[index] as number);
      putBackEvent(invocations[index] as number);
    },
  };
}

/**
 * Which sets of placed operations were met with which state. A set is a row of bits: first those that returned, of
 * which almost all early ones are placed and almost no late ones, so only the words between are looked at; then those
 * without a known outcome.
 */
function createTried<Op>(operations: readonly Operation<Op>[], limit: number) {
  const bits = new Int32Array(operations.length);
  const known = operations.filter(({ returnedAt }) => returnedAt !== null).length;
  const firstUnknown = Math.ceil(known / 32);
  let knowns = 0;
  let unknowns = firstUnknown * 32;
  operations.forEach(({ returnedAt }, index) => {
    bits[index] = returnedAt === null ? unknowns++ : knowns++;
  });
  const words = new Int32Array(Math.ceil(unknowns / 32));
  const met = new Set<string>();
  let low = 0;
  /** The highest word in use, before each mark. */
  const tops: number[] = [];
  let top = 0;

  const keyOf = (state: number): string => {
    let key = String.fromCharCode(state & 0xffff, state >>> 16, low);
    for (let word = low; word <= top; word++) key += chars(words[word] as number);
    for (let word = firstUnknown; word < words.length; word++) key += chars(words[word] as number);
    return key;
  };
  const flip = (bit: number): void => {
    const word = bit >> 5;
    words[word] = (words[word] as number) ^ (1 << (bit & 31));
  };
  const unmark = (index: number): void => {
    const bit = bits[index] as number;
    flip(bit);
    top = tops.pop() as number;
    low = Math.min(low, bit >> 5, top);
  };
  return {
    isFull: (): boolean => met.size > limit,
    unmark,
    /** Whether this set with this state is new; only then does the operation stay marked. */
    mark: (index: number, state: number): boolean => {
      const bit = bits[index] as number;
      flip(bit);
      tops.push(top);
      if (bit >> 5 < firstUnknown) top = Math.max(top, bit >> 5);
      while (low < top && words[low] === -1) low++;
      const size = met.size;
      met.add(keyOf(state));
      if (met.size > size) return true;
      unmark(index);
      return false;
    },
  };
}

const chars = (word: number): string => String.fromCharCode(word & 0xffff, word >>> 16);
