/** What a learner answered, by the kind of the item. */
export type Response =
  | { readonly kind: 'single' | 'predict' | 'hot-spot'; readonly chosen: string }
  | { readonly kind: 'multiple'; readonly chosen: readonly string[] }
  | { readonly kind: 'ordering'; readonly order: readonly string[] }
  /** Left id → the id of the pair whose right side was chosen. */
  | { readonly kind: 'matching'; readonly matches: Readonly<Record<string, string>> }
  | { readonly kind: 'numeric'; readonly value: number }
  /** Blank id → option id. */
  | { readonly kind: 'cloze'; readonly filled: Readonly<Record<string, string>> };

/** How sure the learner said to be, before the answer was shown. Never scored. */
export type Confidence = 'guess' | 'think' | 'sure';

export const confidences: readonly Confidence[] = ['guess', 'think', 'sure'];

/** Only a fully right answer counts; `score`, 0 to 1, is shown as partial credit. */
export interface Marked {
  readonly isRight: boolean;
  readonly score: number;
}
