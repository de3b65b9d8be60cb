/**
 * Causal order of reads and writes, and whether a log keeps it: the four bad patterns of causal consistency (Bouajjani
 * et al. 2017, §5), for logs in which no key is given the same value twice. `null` is what a key holds at first.
 */
import { assert } from '#base/assert.ts';

export interface CausalOp {
  readonly process: number;
  readonly kind: 'read' | 'write';
  readonly key: string;
  readonly value: string | number | null;
}

export interface CausalOrder {
  /** Whether one operation, by its place in the log, is a cause of the other. Neither way round: they are concurrent. */
  readonly isBefore: (one: number, other: number) => boolean;
  /** The write that each read read from; `null` for a write, for what was there at first, and for what nobody wrote. */
  readonly readsFrom: readonly (number | null)[];
}

export type CausalViolation =
  | { readonly kind: 'thinAirRead'; readonly read: number }
  | { readonly kind: 'cyclicOrder'; readonly operation: number }
  /** The read says that nothing was written, though `write` is among its causes. */
  | { readonly kind: 'initialRead'; readonly read: number; readonly write: number }
  /** The read says what `from` wrote, though `write` is among its causes and came after `from`. */
  | { readonly kind: 'overwrittenRead'; readonly read: number; readonly from: number; readonly write: number };

/** The least order that holds each process's own order and puts each read after the write it read from. */
export function causalOrder(operations: readonly CausalOp[]): CausalOrder {
  const writers = new Map<string, number>();
  operations.forEach(({ kind, key, value }, index) => {
    if (kind !== 'write') return;
    assert(!writers.has(nameOf(key, value)), `${key} is given ${value} twice`);
    writers.set(nameOf(key, value), index);
  });
  const readsFrom = operations.map(({ kind, key, value }) =>
    kind === 'read' ? (writers.get(nameOf(key, value)) ?? null) : null,
  );
  const width = Math.ceil(operations.length / 32);
  const causes = operations.map(() => new Int32Array(width));
  const latest = new Map<number, number>();
  const parents = operations.map(({ process }, index) => {
    const own = latest.get(process);
    latest.set(process, index);
    return [own, readsFrom[index]].filter((parent) => typeof parent === 'number');
  });
  // A read may stand in the log before the write it read from, so causes are handed on until nothing changes.
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    parents.forEach((of, index) => {
      for (const parent of of)
        isChanged = inherit(causes[index] as Int32Array, causes[parent] as Int32Array, parent) || isChanged;
    });
  }
  return { readsFrom, isBefore: (one, other) => has(causes[other] as Int32Array, one) };
}

/** The first bad pattern in the order of the log; `null` where the log is causally consistent. */
export function causalViolation(operations: readonly CausalOp[]): CausalViolation | null {
  const { isBefore, readsFrom } = causalOrder(operations);
  for (const [index, { kind, key, value }] of operations.entries()) {
    if (isBefore(index, index)) return { kind: 'cyclicOrder', operation: index };
    if (kind === 'write') continue;
    const from = readsFrom[index] ?? null;
    if (from === null && value !== null) return { kind: 'thinAirRead', read: index };
    const write = operations.findIndex((other, place) => {
      if (other.kind !== 'write' || other.key !== key || place === from || !isBefore(place, index)) return false;
      return from === null || isBefore(from, place);
    });
    if (write >= 0)
      return from === null
        ? { kind: 'initialRead', read: index, write }
        : { kind: 'overwrittenRead', read: index, from, write };
  }
  return null;
}

const nameOf = (key: string, value: string | number | null): string => JSON.stringify([key, value]);

const has = (row: Int32Array, bit: number): boolean => (((row[bit >> 5] as number) >>> (bit & 31)) & 1) === 1;

/** Adds a parent and its causes to a row; whether that changed it. */
function inherit(row: Int32Array, parents: Int32Array, parent: number): boolean {
  let isChanged = false;
  for (let word = 0; word < row.length; word++) {
    const before = row[word] as number;
    row[word] = before | (parents[word] as number) | (parent >> 5 === word ? 1 << (parent & 31) : 0);
    isChanged ||= row[word] !== before;
  }
  return isChanged;
}
