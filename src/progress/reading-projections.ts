import type { Projection } from './projection.ts';

export const sectionProjection: Projection<'section'> = {
  initial: (section) => ({ section, module: '', screen: 0, isRead: false, lastAt: 0 }),
  on: {
    sectionReached: (row, { module, screen, at }) => ({ ...row, module, screen, lastAt: at }),
    sectionRead: (row, { module, at }) => ({ ...row, module, isRead: true, lastAt: at }),
  },
};

export const promptProjection: Projection<'prompt'> = {
  initial: (prompt) => ({ prompt, choice: '', isRight: false }),
  on: { promptAnswered: (row, { choice, isRight }) => ({ ...row, choice, isRight }) },
};

/** A concept whose cards the learner asked for on its page. */
export const conceptProjection: Projection<'concept'> = {
  initial: (concept) => ({ concept, isKept: false }),
  on: {
    conceptKept: (row) => ({ ...row, isKept: true }),
    conceptDropped: (row) => ({ ...row, isKept: false }),
  },
};
