/** The outcome of something that may be expected to fail: a value, or a fault with a `kind` to switch on. */
export type Result<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const failed = <Fault>(fault: Fault): Result<never, Fault> => ({ ok: false, fault });
