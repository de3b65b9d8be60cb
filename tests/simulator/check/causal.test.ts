import { expect, it } from 'vitest';
import { randomFrom } from '#base/random.ts';
import { causalOrder, type CausalOp, causalViolation } from '#simulator/check/causal.ts';

const op = (process: number, kind: 'read' | 'write', key: string, value: number | null): CausalOp => ({
  process,
  kind,
  key,
  value,
});

it('two writes that do not know each other are concurrent; a read makes the write its cause', () => {
  const { isBefore } = causalOrder([
    op(1, 'write', 'x', 1),
    op(2, 'write', 'x', 2),
    op(2, 'read', 'x', 1),
    op(2, 'write', 'y', 3),
  ]);
  expect([isBefore(0, 1), isBefore(1, 0)]).toEqual([false, false]);
  expect([isBefore(0, 3), isBefore(3, 0)]).toEqual([true, false]);
});

it.each([
  [
    'an answer without its question',
    [
      op(1, 'write', 'q', 1),
      op(2, 'read', 'q', 1),
      op(2, 'write', 'a', 2),
      op(3, 'read', 'a', 2),
      op(3, 'read', 'q', null),
    ],
    { kind: 'initialRead', read: 4, write: 0 },
  ],
  [
    'a value that its reader knows to be overwritten',
    [op(1, 'write', 'x', 1), op(1, 'write', 'x', 2), op(2, 'read', 'x', 2), op(2, 'read', 'x', 1)],
    { kind: 'overwrittenRead', read: 3, from: 0, write: 1 },
  ],
  ['a value that nobody wrote', [op(1, 'read', 'x', 1)], { kind: 'thinAirRead', read: 0 }],
  [
    'two reads that each cause the other',
    [op(1, 'read', 'x', 1), op(1, 'write', 'y', 2), op(2, 'read', 'y', 2), op(2, 'write', 'x', 1)],
    { kind: 'cyclicOrder', operation: 0 },
  ],
] as const)('%s is no causal history', (_, operations, violation) => {
  expect(causalViolation(operations)).toEqual(violation);
});

it('readers may disagree about the order of concurrent writes', () => {
  expect(
    causalViolation([
      op(1, 'write', 'x', 1),
      op(2, 'write', 'x', 2),
      op(3, 'read', 'x', 1),
      op(3, 'read', 'x', 2),
      op(4, 'read', 'x', 2),
      op(4, 'read', 'x', 1),
    ]),
  ).toBeNull();
});

/** By definition: for each operation, some order of its causes and itself that keeps causality and explains its answer. */
function naiveIsCausal(operations: readonly CausalOp[]): boolean {
  const { isBefore, readsFrom } = causalOrder(operations);
  const all = operations.map((_, index) => index);
  if (all.some((index) => isBefore(index, index))) return false;
  return all.every((end) => {
    const { kind, key, value } = operations[end] as CausalOp;
    if (kind === 'write') return true;
    if (value !== null && readsFrom[end] === null) return false;
    const explains = (left: readonly number[], held: string | number | null): boolean => {
      if (left.length === 0) return held === value;
      return left.some((next) => {
        if (left.some((other) => isBefore(other, next))) return false;
        const write = operations[next] as CausalOp;
        return explains(
          left.filter((other) => other !== next),
          write.kind === 'write' && write.key === key ? write.value : held,
        );
      });
    };
    return explains(
      all.filter((index) => isBefore(index, end)),
      null,
    );
  });
}

const LOGS = 3_000;
it(`it agrees with trying every order of the causes on ${LOGS} random logs`, () => {
  const random = randomFrom(1);
  let violations = 0;
  for (let run = 0; run < LOGS; run++) {
    const operations = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, index) => {
      const isWrite = random() < 0.45;
      return op(
        Math.floor(random() * 3),
        isWrite ? 'write' : 'read',
        random() < 0.6 ? 'x' : 'y',
        isWrite ? index : null,
      );
    });
    const log = operations.map((operation) => {
      const written = operations.filter(({ kind, key }) => kind === 'write' && key === operation.key);
      const from = written[Math.floor(random() * (written.length + 1))];
      return operation.kind === 'read' && from ? { ...operation, value: from.value } : operation;
    });
    const violation = causalViolation(log);
    if ((violation === null) !== naiveIsCausal(log)) expect.fail(JSON.stringify({ violation, log }));
    if (violation) violations++;
  }
  expect(violations).toBeGreaterThan(LOGS / 10);
  expect(violations).toBeLessThan((LOGS * 9) / 10);
});
