/** What single objects do when they are asked one thing at a time. Values are compared with `===`. */

/** An object without concurrency (Herlihy & Wing 1990, §2.2), as a record of pure functions. */
export interface SequentialSpec<State, Op> {
  readonly init: State;
  /** The state after `op`, or `undefined` where `op` could not have had the answer it carries. An absent answer may be any. */
  readonly step: (state: State, op: Op) => State | undefined;
  /** Whether `op`, with the answer it carries, leaves every state as it is: such operations are placed at once. */
  readonly onlyAsks?: (op: Op) => boolean;
  /** Operations on different keys do not touch each other: each key starts from `init`. */
  readonly keyOf?: (op: Op) => string | number;
}

type Value = string | number | boolean;

export type RegisterOp =
  | { readonly kind: 'read'; readonly value?: Value | null }
  | { readonly kind: 'write'; readonly value: Value | null }
  /** `isDone`: whether it found `from` and put `to` in its place. */
  | { readonly kind: 'cas'; readonly from: Value | null; readonly to: Value | null; readonly isDone?: boolean };

/** A register that holds nothing at first. */
export const register: SequentialSpec<Value | null, RegisterOp> = {
  init: null,
  step: (state, op) => {
    if (op.kind === 'write') return op.value;
    if (op.kind === 'read') return op.value === undefined || op.value === state ? state : undefined;
    const fits = state === op.from;
    if (op.isDone !== undefined && op.isDone !== fits) return undefined;
    return fits ? op.to : state;
  },
  onlyAsks: (op) => op.kind === 'read' || (op.kind === 'cas' && op.isDone === false),
};

export type KeyValueOp =
  | { readonly kind: 'get'; readonly key: string; readonly value?: string | null }
  | { readonly kind: 'put'; readonly key: string; readonly value: string }
  | { readonly kind: 'append'; readonly key: string; readonly value: string };

/** Texts by key; a key holds nothing at first, and appending to nothing puts. */
export const keyValue: SequentialSpec<string | null, KeyValueOp> = {
  init: null,
  step: (state, op) => {
    if (op.kind === 'put') return op.value;
    if (op.kind === 'append') return (state ?? '') + op.value;
    return op.value === undefined || op.value === state ? state : undefined;
  },
  onlyAsks: ({ kind }) => kind === 'get',
  keyOf: ({ key }) => key,
};
