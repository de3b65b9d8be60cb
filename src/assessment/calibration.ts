import { type Confidence, confidences } from './response.ts';

/** Fewer answers than this say nothing either way. */
const LEAST_ANSWERS = 5;

/**
 * How often an answer of each confidence is expected to be right: a guess among three or four options at least at
 * chance, "think so" more often than not, "sure" nine times of ten.
 */
const EXPECTED: Readonly<Record<Confidence, { readonly least: number; readonly most: number }>> = {
  guess: { least: 0, most: 0.5 },
  think: { least: 0.5, most: 0.9 },
  sure: { least: 0.9, most: 1 },
};

/** Two-sided 80 %: a verdict needs evidence, but not a laboratory's. */
const Z = 1.2816;

export interface Calibration {
  readonly confidence: Confidence;
  readonly right: number;
  readonly of: number;
  /** 0 to 1; `null` before the first answer. */
  readonly share: number | null;
  /**
   * `too-confident` and `too-modest` only where the answers could hardly have come out so by chance;
   * `too-few-answers` under five.
   */
  readonly verdict: 'too-few-answers' | 'too-confident' | 'as-expected' | 'too-modest';
}

/** What a learner's confidence was worth, from the least sure to the surest. */
export function calibration(
  counts: Readonly<Record<Confidence, { readonly right: number; readonly of: number }>>,
): readonly Calibration[] {
  return confidences.map((confidence) => {
    const { right, of } = counts[confidence];
    return { confidence, right, of, share: of === 0 ? null : right / of, verdict: verdictOf(confidence, right, of) };
  });
}

function verdictOf(confidence: Confidence, right: number, of: number): Calibration['verdict'] {
  if (of < LEAST_ANSWERS) return 'too-few-answers';
  const { least, most } = EXPECTED[confidence];
  const plausible = wilsonInterval(right, of);
  if (plausible.high < least) return 'too-confident';
  return plausible.low > most ? 'too-modest' : 'as-expected';
}

/** The shares that `right` of `of` is compatible with (Wilson 1927). */
function wilsonInterval(right: number, of: number): { readonly low: number; readonly high: number } {
  const share = right / of;
  const centre = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return { low: (centre - spread) / scale, high: (centre + spread) / scale };
}
