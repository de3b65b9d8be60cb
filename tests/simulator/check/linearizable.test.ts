import { expect, it } from 'vitest';
import { randomFrom } from '#base/random.ts';
import { type Operation, operationsOf, type RecordedEvent } from '#simulator/check/history.ts';
import { type Linearizability, linearizable } from '#simulator/check/linearizable.ts';
import { keyValue, register, type RegisterOp, type SequentialSpec } from '#simulator/check/specs.ts';
import { naiveLinearizable } from './naive-linearizable.ts';
import { keyValueSource, randomHistory, registerSource, type Source } from './random-history.ts';

const read = (value?: number | null): RegisterOp => (value === undefined ? { kind: 'read' } : { kind: 'read', value });
const write = (value: number): RegisterOp => ({ kind: 'write', value });
const event = (
  process: number,
  kind: RecordedEvent<RegisterOp>['kind'],
  op: RegisterOp,
): RecordedEvent<RegisterOp> => ({ process, kind, op });

it('an order may not leave real time: a read that follows a write sees it', () => {
  const log = [
    event(0, 'invoke', write(1)),
    event(0, 'ok', write(1)),
    event(1, 'invoke', read()),
    event(1, 'ok', read(null)),
  ];
  const result = linearizable(register, log);
  expect(result).toMatchObject({
    kind: 'violation',
    prefix: [{ op: write(1) }],
    state: 1,
    cannotPlace: { process: 1, op: read(null), invokedAt: 2, returnedAt: 3 },
  });
});

it('a new value and then the old one is no order, though both reads overlap the write', () => {
  const log = [
    event(0, 'invoke', write(1)),
    event(1, 'invoke', read()),
    event(1, 'ok', read(1)),
    event(2, 'invoke', read()),
    event(2, 'ok', read(null)),
    event(0, 'ok', write(1)),
  ];
  expect(linearizable(register, log)).toMatchObject({ kind: 'violation', cannotPlace: { process: 2 } });
});

it('a write that timed out may happen long after, once, or never', () => {
  const lost = [event(0, 'invoke', write(1)), event(0, 'info', write(1))];
  const reads = (...values: (number | null)[]) =>
    values.flatMap((value) => [event(1, 'invoke', read()), event(1, 'ok', read(value))]);
  expect(linearizable(register, [...lost, ...reads(null, null)])).toMatchObject({
    kind: 'linearizable',
    order: [{ process: 1 }, { process: 1 }],
  });
  expect(linearizable(register, [...lost, ...reads(null, 1)])).toMatchObject({
    kind: 'linearizable',
    order: [{ process: 1 }, { process: 0 }, { process: 1 }],
  });
  expect(linearizable(register, [...lost, ...reads(1, null)]).kind).toBe('violation');
});

it('an operation that failed did not happen', () => {
  const log = [
    event(0, 'invoke', write(1)),
    event(0, 'fail', write(1)),
    event(1, 'invoke', read()),
    event(1, 'ok', read(1)),
  ];
  expect(linearizable(register, log).kind).toBe('violation');
});

it('it gives up at its limit and says so', () => {
  const log = Array.from({ length: 12 }, (_, process) => event(process, 'invoke', write(process)));
  const ends = Array.from({ length: 12 }, (_, process) => event(process, 'ok', write(process)));
  const stale = [event(0, 'invoke', read()), event(0, 'ok', read(99))];
  expect(linearizable(register, [...log, ...ends, ...stale], 1_000).kind).toBe('unknown');
  expect(linearizable(register, [...log, ...ends, ...stale])).toMatchObject({
    kind: 'violation',
    cannotPlace: { op: read(99) },
  });
});

const HISTORIES = 4_000;

function check<State, Op, Own>(source: Source<State, Op>, spec: SequentialSpec<Own, Op>, seed: number): void {
  const random = randomFrom(seed);
  const count = { linearizable: 0, violation: 0, unknown: 0 };
  for (let run = 0; run < HISTORIES; run++) {
    const log = randomHistory(
      source,
      { operations: 2 + Math.floor(random() * 6), processes: 3, lies: 0.25, unknown: 0.3 },
      random,
    );
    const result = linearizable(spec, log);
    count[result.kind]++;
    if (!isRight(source.spec, log, result)) expect.fail(JSON.stringify({ result, log }));
  }
  expect(count.linearizable).toBeGreaterThan(HISTORIES / 5);
  expect(count.violation).toBeGreaterThan(HISTORIES / 10);
}

function isRight<State, Op>(
  spec: SequentialSpec<State, Op>,
  log: readonly RecordedEvent<Op>[],
  result: Linearizability<unknown, Op>,
): boolean {
  if (result.kind === 'unknown') return false;
  if (result.kind === 'linearizable') {
    const returned = (operations: readonly Operation<Op>[]) =>
      operations.filter(({ returnedAt }) => returnedAt !== null).length;
    return (
      naiveLinearizable(spec, operationsOf(log)) &&
      isOrder(spec, result.order) &&
      returned(result.order) === returned(operationsOf(log))
    );
  }
  // What had returned before the operation without a place has an order; together with it, it has none.
  const end = result.cannotPlace.returnedAt ?? 0;
  return (
    !naiveLinearizable(spec, operationsUpTo(log, end)) &&
    naiveLinearizable(spec, operationsUpTo(log, end - 1)) &&
    isOrder(spec, result.prefix)
  );
}

/** Operations that were invoked by then, with the answers they will have; what had not returned need not have happened. */
const operationsUpTo = <Op>(log: readonly RecordedEvent<Op>[], end: number): Operation<Op>[] =>
  operationsOf(log).flatMap((operation) => {
    if (operation.invokedAt > end) return [];
    return [(operation.returnedAt ?? Infinity) > end ? { ...operation, returnedAt: null } : operation];
  });

/** The order keeps real time, and one thing at a time gives these answers. */
function isOrder<State, Op>(spec: SequentialSpec<State, Op>, order: readonly Operation<Op>[]): boolean {
  let state: State | undefined = spec.init;
  let latestInvocation = -1;
  for (const { op, invokedAt, returnedAt } of order) {
    if ((returnedAt ?? Infinity) < latestInvocation) return false;
    latestInvocation = Math.max(latestInvocation, invokedAt);
    state = spec.step(state as State, op);
    if (state === undefined) return false;
  }
  return true;
}

it(`it agrees with trying every order on ${HISTORIES} random logs of a register with compare-and-set`, () =>
  check(registerSource(3), register, 1));

it(`it agrees with trying every order on ${HISTORIES} random logs of keys that are put and appended to`, () =>
  check(keyValueSource(2), keyValue, 2));

it('logs of thousands of operations by many clients are decided', () => {
  const log = randomHistory(
    keyValueSource(10),
    { operations: 2_000, processes: 50, lies: 0, unknown: 0.02 },
    randomFrom(3),
  );
  expect(linearizable(keyValue, log).kind).toBe('linearizable');
  const broken = randomHistory(
    keyValueSource(10),
    { operations: 2_000, processes: 50, lies: 0.01, unknown: 0 },
    randomFrom(4),
  );
  expect(linearizable(keyValue, broken).kind).toBe('violation');
});
