import type { Random } from '#base/random.ts';
import type { RecordedEvent } from '#simulator/check/history.ts';
import type { KeyValueOp, RegisterOp, SequentialSpec } from '#simulator/check/specs.ts';

/** What a generated history draws from: operations without answers, the answers one state gives, and any answer at all. */
export interface Source<State, Op> {
  readonly spec: SequentialSpec<State, Op>;
  readonly ask: (random: Random) => Op;
  readonly answer: (op: Op, state: State) => Op;
  readonly lie: (op: Op, random: Random) => Op;
}

const pick = <Value>(values: readonly Value[], random: Random): Value =>
  values[Math.floor(random() * values.length)] as Value;

export const registerSource = (
  values: number,
): Source<string | number | boolean | null, RegisterOp> & {
  readonly spec: SequentialSpec<string | number | boolean | null, RegisterOp>;
} => {
  const any = (random: Random) => Math.floor(random() * values);
  return {
    spec: {
      init: null,
      step: (state, op) => {
        if (op.kind === 'write') return op.value;
        if (op.kind === 'read') return op.value === undefined || op.value === state ? state : undefined;
        if (op.isDone === undefined) return state === op.from ? op.to : state;
        if (op.isDone) return state === op.from ? op.to : undefined;
        return state === op.from ? undefined : state;
      },
    },
    ask: (random) =>
      pick<() => RegisterOp>(
        [
          () => ({ kind: 'read' }),
          () => ({ kind: 'write', value: any(random) }),
          () => ({ kind: 'cas', from: any(random), to: any(random) }),
        ],
        random,
      )(),
    answer: (op, state) =>
      op.kind === 'read' ? { ...op, value: state } : op.kind === 'cas' ? { ...op, isDone: op.from === state } : op,
    lie: (op, random) =>
      op.kind === 'read' ? { ...op, value: any(random) } : op.kind === 'cas' ? { ...op, isDone: random() < 0.5 } : op,
  };
};

export const keyValueSource = (keys: number): Source<Map<string, string>, KeyValueOp> => ({
  spec: {
    init: new Map(),
    step: (state, op) => {
      const held = state.get(op.key);
      if (op.kind === 'get') return op.value === undefined || op.value === (held ?? null) ? state : undefined;
      return new Map(state).set(op.key, op.kind === 'put' ? op.value : (held ?? '') + op.value);
    },
  },
  ask: (random) => {
    const key = `k${Math.floor(random() * keys)}`;
    const value = pick(['a', 'b', 'c'], random);
    return pick<KeyValueOp>(
      [
        { kind: 'get', key },
        { kind: 'put', key, value },
        { kind: 'append', key, value },
      ],
      random,
    );
  },
  answer: (op, state) => (op.kind === 'get' ? { ...op, value: state.get(op.key) ?? null } : op),
  lie: (op, random) => (op.kind === 'get' ? { ...op, value: pick([null, 'a', 'b', 'ab', 'ca'], random) } : op),
});

export interface Shape {
  readonly operations: number;
  readonly processes: number;
  /** The shares of answers that are made up, and of operations whose outcome stays unknown or that fail. */
  readonly lies: number;
  readonly unknown: number;
}

/**
 * A log of clients of an object that does one thing at a time, at some moment between call and return, except where
 * it lies. Operations of unknown outcome happen late, at once, or never.
 */
export function randomHistory<State, Op>(
  { spec, ask, answer, lie }: Source<State, Op>,
  { operations, processes, lies, unknown }: Shape,
  random: Random,
): RecordedEvent<Op>[] {
  const events: RecordedEvent<Op>[] = [];
  let state = spec.init;
  let left = operations;
  const idle = Array.from({ length: processes }, (_, process) => process);
  let nextProcess = processes;
  const waiting: { readonly process: number; readonly op: Op }[] = [];
  const done: { readonly process: number; readonly op: Op }[] = [];
  const lost: Op[] = [];
  const take = <Value>(values: Value[]): Value => values.splice(Math.floor(random() * values.length), 1)[0] as Value;
  const effect = (op: Op): Op => {
    const answered = answer(op, state);
    state = spec.step(state, answered) as State;
    return answered;
  };
  while (left > 0 || waiting.length > 0 || done.length > 0) {
    const choice = random();
    if (choice < 0.34 && left > 0 && idle.length > 0) {
      const process = take(idle);
      const op = ask(random);
      left--;
      events.push({ process, kind: 'invoke', op });
      if (random() < unknown) {
        if (random() < 0.3) {
          events.push({ process, kind: 'fail', op });
          idle.push(process);
          continue;
        }
        if (random() < 0.7) events.push({ process, kind: 'info', op });
        if (random() < 0.5) lost.push(op);
        idle.push(nextProcess++);
      } else waiting.push({ process, op });
    } else if (choice < 0.67 && waiting.length > 0) {
      const { process, op } = take(waiting);
      done.push({ process, op: effect(op) });
    } else if (choice < 0.7 && lost.length > 0) effect(take(lost));
    else if (done.length > 0) {
      const { process, op } = take(done);
      events.push({ process, kind: 'ok', op: random() < lies ? lie(op, random) : op });
      idle.push(process);
    }
  }
  return events;
}
