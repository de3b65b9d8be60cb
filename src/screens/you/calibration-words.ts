import type { Calibration } from '#assessment/calibration.ts';
import type { Confidence } from '#assessment/response.ts';
import { counted } from './counted.ts';

export const confidenceNames: Readonly<Record<Confidence, string>> = {
  guess: 'Guess',
  think: 'Think so',
  sure: 'Sure',
};

/** With fewer answers than this, a share may still be luck either way, and the words say so. */
const MANY_ANSWERS = 20;

/** "12 of 14 right, 86 %"; no percentage of a handful, which would claim more than it can know. */
export function shareWords({ right, of, share, verdict }: Calibration): string {
  if (share === null) return 'no answer yet';
  const count = `${right} of ${of} right`;
  return verdict === 'too-few-answers' ? count : `${count}, ${Math.round(share * 100)} %`;
}

/** What the share says about the learner's own judgement, in a sentence. */
export function verdictWords({ confidence, of, verdict }: Calibration): string {
  switch (verdict) {
    case 'too-few-answers':
      return of === 0 ? '' : 'Too few answers to say anything yet.';
    case 'too-confident':
      return confidence === 'sure'
        ? 'Sure should be right nine times in ten. Look for what would prove you wrong before you say it.'
        : 'Less often right than wrong. Call these a guess until you can say why.';
    case 'too-modest':
      return confidence === 'guess'
        ? 'You know more than you claim: these were hardly guesses.'
        : 'So often right that you could say you are sure.';
    case 'as-expected':
      return expectedWords(confidence, of);
  }
}

function expectedWords(confidence: Confidence, of: number): string {
  const meaning = {
    guess: 'what guessing gives',
    think: 'right more often than not',
    sure: 'right about nine times in ten',
  }[confidence];
  return of < MANY_ANSWERS
    ? `It fits ${meaning}, as far as ${counted(of, 'answer')} can tell.`
    : `It fits ${meaning}: you judge this well.`;
}
