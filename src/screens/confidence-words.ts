import type { Confidence } from '#assessment/response.ts';

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  guess: 'Guess',
  think: 'Think so',
  sure: 'Sure',
};
