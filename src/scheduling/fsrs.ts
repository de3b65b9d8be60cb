/**
 * FSRS-6 behind our `Memory` interface: the formulas are ts-fsrs's, the days are ours. Only routes that grade
 * cards may load this file; the others read `forgetting-curve.ts`.
 */
import { FSRSAlgorithm } from 'ts-fsrs';
import { grades, type Memory } from './memory.ts';

/** FSRS-6 with its published weights. */
export const fsrs: Memory = fsrsWith();

/** FSRS-6 with a learner's own 21 weights; ts-fsrs clips each to the range in which the formulas hold. */
export function fsrsWith(weights?: readonly number[]): Memory {
  const algorithm = new FSRSAlgorithm(weights === undefined ? {} : { w: weights });
  return {
    next: (state, elapsedDays, grade) => {
      const { stability, difficulty } = algorithm.next_state(state, elapsedDays, grades.indexOf(grade) + 1);
      return { stability, difficulty };
    },
    recall: (state, elapsedDays) => algorithm.forgetting_curve(elapsedDays, state.stability),
    intervalDays: (state, retention) => state.stability * algorithm.calculate_interval_modifier(retention),
  };
}
