/**
 * Is there an order of the operations that keeps real time and that one thing at a time could have answered? Wing and
 * Gong's search (1993) with Lowe's memory of what was tried (2017), key by key: that is sound because linearizability
 * is local (Herlihy & Wing 1990, §3.3). Deciding it is NP-complete, so there is a limit and an answer `unknown`.
 */
import { type Operation, operationsOf, type RecordedEvent } from './history.ts';
import { place } from './place.ts';
import type { SequentialSpec } from './specs.ts';

/** How many sets of placed operations are tried for one key before it gives up. */
const LIMIT = 5_000_000;

export type Linearizability<State, Op> =
  /** `order` holds every operation that returned, and those without a known outcome that had to happen. */
  | { readonly kind: 'linearizable'; readonly order: readonly Operation<Op>[] }
  | LinearizabilityViolation<State, Op>
  | { readonly kind: 'unknown' };

export interface LinearizabilityViolation<State, Op> {
  readonly kind: 'violation';
  readonly key: string | number | null;
  /** All operations on the key, in the order of their invocations: the intervals to draw. */
  readonly operations: readonly Operation<Op>[];
  /** An order for the longest part of the log that still has one, given the answers that came later. */
  readonly prefix: readonly Operation<Op>[];
  /** What the object holds after `prefix`. */
  readonly state: State;
  /** Its return ends that part: no order holds it and all that returned before it. */
  readonly cannotPlace: Operation<Op>;
}

export function linearizable<State, Op>(
  spec: SequentialSpec<State, Op>,
  events: readonly RecordedEvent<Op>[],
  limit = LIMIT,
): Linearizability<State, Op> {
  const placed: { readonly operation: Operation<Op>; readonly point: number }[] = [];
  let violation: LinearizabilityViolation<State, Op> | undefined;
  let isUnknown = false;
  for (const [key, operations] of byKey(spec, operationsOf(events))) {
    const placement = place(spec, operations, limit);
    isUnknown ||= placement.kind === 'unknown';
    if (placement.kind === 'stuck') {
      const { prefix, state, cannotPlace } = placement;
      if (!violation || isEarlier(cannotPlace, violation.cannotPlace))
        violation = { kind: 'violation', key, operations, prefix, state, cannotPlace };
    }
    if (placement.kind !== 'placed') continue;
    let point = 0;
    for (const operation of placement.order) {
      point = Math.max(point, operation.invokedAt);
      placed.push({ operation, point });
    }
  }
  if (violation) return violation;
  if (isUnknown) return { kind: 'unknown' };
  // Every operation at the earliest moment it can take effect: in this order the keys' own orders and real time agree.
  return {
    kind: 'linearizable',
    order: placed.sort((one, other) => one.point - other.point).map(({ operation }) => operation),
  };
}

const isEarlier = <Op>(one: Operation<Op>, other: Operation<Op>): boolean =>
  (one.returnedAt ?? Infinity) < (other.returnedAt ?? Infinity);

function byKey<State, Op>(
  { keyOf }: SequentialSpec<State, Op>,
  operations: readonly Operation<Op>[],
): Map<string | number | null, Operation<Op>[]> {
  const groups = new Map<string | number | null, Operation<Op>[]>();
  for (const operation of operations) {
    const key = keyOf ? keyOf(operation.op) : null;
    const group = groups.get(key);
    if (group) group.push(operation);
    else groups.set(key, [operation]);
  }
  return groups;
}
