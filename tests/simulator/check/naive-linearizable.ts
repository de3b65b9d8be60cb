import type { Operation } from '#simulator/check/history.ts';
import type { SequentialSpec } from '#simulator/check/specs.ts';

/** Tries every order of all operations, with and without those of unknown outcome: too slow for anything but tests. */
export function naiveLinearizable<State, Op>(
  spec: SequentialSpec<State, Op>,
  operations: readonly Operation<Op>[],
): boolean {
  const isPossible = (left: readonly Operation<Op>[], state: State): boolean => {
    if (left.every(({ returnedAt }) => returnedAt === null)) return true;
    return left.some((candidate) => {
      if (left.some(({ returnedAt }) => returnedAt !== null && returnedAt < candidate.invokedAt)) return false;
      const next = spec.step(state, candidate.op);
      return (
        next !== undefined &&
        isPossible(
          left.filter((other) => other !== candidate),
          next,
        )
      );
    });
  };
  return isPossible(operations, spec.init);
}
