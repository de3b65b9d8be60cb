/** What the check says of an answer and of a confidence. */
import type { Calibration } from '#assessment/calibration.ts';
import type { Confidence } from '#assessment/response.ts';
import { confidenceWords } from '../confidence-words.ts';
import type { Given } from './check-model.ts';

/** Said of what was chosen. */
export function chosenNote(confidence: Confidence | null, did = 'You chose this'): string {
  switch (confidence) {
    case 'guess':
      return `${did}, as a guess.`;
    case 'think':
      return `${did}, and thought so.`;
    case 'sure':
      return `${did}, sure.`;
    case null:
      return `${did}.`;
  }
}

export function verdictWords({ isRight, score }: Given): string {
  if (isRight) return 'Right.';
  return score > 0 ? `Partly right, ${Math.round(score * 100)} %. Only a fully right answer counts.` : 'Not right.';
}

/** The sentence after the verdict; `comesBack` is when the missed card does. */
export function adviceWords({ isRight, confidence }: Given, comesBack: string | null): string {
  if (isRight) return confidence === 'guess' ? 'You guessed: see below why it holds.' : '';
  if (confidence === 'sure') return `You were sure. Good one to fix${comesBack ? `: it comes back ${comesBack}` : ''}.`;
  return comesBack ? `It comes back ${comesBack}.` : '';
}

export function calibrationWords({ confidence, right, of, verdict }: Calibration): string {
  const counted = `${confidenceWords[confidence]}: ${right} of ${of} right.`;
  switch (verdict) {
    case 'too-confident':
      return `${counted} ${confidence === 'sure' ? 'You were surer than you were right.' : 'You were right less often than you thought.'}`;
    case 'too-modest':
      return `${counted} You know more than you think.`;
    case 'as-expected':
      return `${counted} That is about what the word promises.`;
    case 'too-few-answers':
      return counted;
  }
}
