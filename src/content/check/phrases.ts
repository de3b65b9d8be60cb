/** Words that the course does without. Each pattern is matched against plain text, without code and citations. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Nowhere at all. */
export const everywhere: readonly Phrase[] = [
  { pattern: /!/, reason: 'no exclamation marks' },
  { pattern: /\boops\b/i, reason: 'no “Oops”' },
  { pattern: /\bsimply\b/i, reason: 'no “simply”: what is simple shows itself' },
  { pattern: /\bobviously\b/i, reason: 'no “obviously”' },
  { pattern: /\bof course\b/i, reason: 'no “of course”' },
  { pattern: /\bneedless to say\b/i, reason: 'no “needless to say”' },
  { pattern: /\bas everyone knows\b/i, reason: 'no “as everyone knows”' },
];

/** Not in the options of a question: they give the answer away, or test reading instead of knowing. */
export const inOptions: readonly Phrase[] = [
  {
    pattern: /\b(all|none|both|any|neither) of (the above|these|them|the (other )?options)\b/i,
    reason: 'no “all of the above” and its kin',
  },
  { pattern: /\bboth a and b\b/i, reason: 'no “both A and B”' },
  { pattern: /\balways\b/i, reason: 'no “always” in an option' },
  { pattern: /\bnever\b/i, reason: 'no “never” in an option' },
];

const undone =
  'unlikely|unsafe|unable|unavailable|unreachable|unrelated|uncommon|unreliable|unaware|unknown|unusual|impossible|improbable|incorrect|invalid|inconsistent|without|nothing|never|none|no';

/** Neither in the prompt of a question nor in its options. */
export const doubleNegatives: readonly Phrase[] = [
  { pattern: new RegExp(`\\b(not|cannot|n[’']t) (${undone})\\b`, 'i'), reason: 'no double negative' },
  { pattern: /\b(can ?not|n[’']t) not\b/i, reason: 'no double negative' },
  { pattern: /\b(never|not) fails? to\b/i, reason: 'no double negative' },
];

/** A question that asks for what is not so; its options may then hold no negation. "This, but not that" asks for this. */
export const negativeStem = /\bwhich\b[^.?]*(?<!\b(but|and) )(\bnot\b|\bexcept\b|n[’']t\b)[^.?]*\?/i;
export const negation = /\b(not|no|cannot|nothing|nobody|without)\b|n[’']t\b/i;
