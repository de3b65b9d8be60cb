/** Merging two logs is a set union by id: commutative, associative, idempotent, and nothing is ever lost. */
import { failed, ok, type Result } from '#base/result.ts';
import type { LogEvent } from './event.ts';
import { compareEvents } from './order.ts';

/** Events of one id that say different things: one of the logs is corrupt, and no merge can tell which. */
export interface LogConflict {
  readonly kind: 'conflict';
  /** Sorted. */
  readonly ids: readonly string[];
}

/** The union in total order. Either log may hold an event twice. */
export function mergeLogs(
  one: readonly LogEvent[],
  other: readonly LogEvent[],
): Result<readonly LogEvent[], LogConflict> {
  const union = new Map<string, LogEvent>();
  const conflicts = new Set<string>();
  for (const log of [one, other]) {
    for (const event of log) {
      const known = union.get(event.id);
      if (known === undefined) union.set(event.id, event);
      else if (!isSameData(known, event)) conflicts.add(event.id);
    }
  }
  if (conflicts.size > 0) return failed({ kind: 'conflict', ids: [...conflicts].sort() });
  return ok([...union.values()].sort(compareEvents));
}

/** Whether two values of JSON are equal, in whatever order their keys stand. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  if (entries.length !== Object.keys(other).length) return false;
  return entries.every(
    ([key, value]) => Object.hasOwn(other, key) && isSameData(value, (other as Record<string, unknown>)[key]),
  );
}
