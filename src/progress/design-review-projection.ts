import type { Projection } from './projection.ts';

/** The last save in the total order wins whole; a deleted review comes back only by a later save. */
export const designReviewProjection: Projection<'designReview'> = {
  initial: (review) => ({ review, system: '', answers: {}, savedAt: 0, isDeleted: false }),
  on: {
    designReviewSaved: (row, { system, answers, at }) => ({ ...row, system, answers, savedAt: at, isDeleted: false }),
    designReviewDeleted: (row) => ({ ...row, isDeleted: true }),
  },
};
