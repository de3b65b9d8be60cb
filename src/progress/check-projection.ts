import type { Projection } from './projection.ts';

/** One attempt at a module's check. An item answered twice keeps its first answer: the second came after the explanation. */
export const checkProjection: Projection<'check'> = {
  initial: (attempt) => ({ attempt, module: '', items: [], answers: [], startedAt: 0, result: null }),
  on: {
    checkStarted: (row, { module, items, at }) => ({ ...row, module, items, startedAt: at }),
    checkAnswered: (row, { module, item, objective, response, isRight, score, confidence }) => {
      if (row.answers.some((answer) => answer.item === item)) return row;
      const answer = { item, objective, response, isRight, score, confidence };
      return { ...row, module, answers: [...row.answers, answer] };
    },
    checkFinished: (row, { module, right, of, passed, at }) => ({ ...row, module, result: { right, of, passed, at } }),
  },
};

export const calibrationProjection: Projection<'calibration'> = {
  initial: () => ({ counts: { guess: { right: 0, of: 0 }, think: { right: 0, of: 0 }, sure: { right: 0, of: 0 } } }),
  on: {
    checkAnswered: ({ counts }, { confidence, isRight }) => {
      const { right, of } = counts[confidence];
      return { counts: { ...counts, [confidence]: { right: right + (isRight ? 1 : 0), of: of + 1 } } };
    },
  },
};
