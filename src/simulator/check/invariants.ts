/** What must hold in every state, tried on a run. The search tries it on all runs: a goal is "some invariant fails". */

/** `fault` says in a sentence why it does not hold; `null` where it does. */
export interface Invariant<State> {
  /** As its paper calls it: "Election Safety". */
  readonly name: string;
  readonly fault: (state: State) => string | null;
}

export interface Fault {
  readonly invariant: string;
  readonly why: string;
}

/** The first invariant that does not hold in a state. */
export function faultIn<State>(invariants: readonly Invariant<State>[], state: State): Fault | null {
  for (const { name, fault } of invariants) {
    const why = fault(state);
    if (why !== null) return { invariant: name, why };
  }
  return null;
}

/** The first state of a run in which an invariant does not hold: `step` is its place, 0 the first of `states`. */
export function firstFault<State>(
  invariants: readonly Invariant<State>[],
  states: Iterable<State>,
): (Fault & { readonly step: number }) | null {
  let step = 0;
  for (const state of states) {
    const fault = faultIn(invariants, state);
    if (fault) return { ...fault, step };
    step++;
  }
  return null;
}
