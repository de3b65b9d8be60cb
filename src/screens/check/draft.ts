/** An answer while it is being put together, the same shape for every kind of item. */
import type { Presented } from '#assessment/presented.ts';
import { unreachable } from '#base/assert.ts';
import type { Response } from '#assessment/response.ts';
import type { Item } from '#content/item.ts';
import { numberTyped } from '#ui/number-typed.ts';

export interface Draft {
  /** Options, or the one spot. */
  readonly chosen: readonly string[];
  /** The steps, as they were put; none until one was moved. */
  readonly order: readonly string[];
  /** Left side → pair, or blank → option. */
  readonly pairs: Readonly<Record<string, string>>;
  /** A number as it was typed. */
  readonly typed: string;
}

/** Nothing chosen yet. */
export const emptyDraft: Draft = { chosen: [], order: [], pairs: {}, typed: '' };

/** What an answer looked like before it was given. */
export function draftOf(response: Response): Draft {
  switch (response.kind) {
    case 'single':
    case 'predict':
    case 'hot-spot':
      return { ...emptyDraft, chosen: [response.chosen] };
    case 'multiple':
      return { ...emptyDraft, chosen: response.chosen };
    case 'ordering':
      return { ...emptyDraft, order: response.order };
    case 'matching':
      return { ...emptyDraft, pairs: response.matches };
    case 'numeric':
      return { ...emptyDraft, typed: String(response.value) };
    case 'cloze':
      return { ...emptyDraft, pairs: response.filled };
    default:
      return unreachable(response);
  }
}

/** The answer that a draft amounts to; `undefined` while something is missing. */
export function responseOf(item: Item, draft: Draft): Response | undefined {
  const [first] = draft.chosen;
  switch (item.kind) {
    case 'single':
    case 'predict':
    case 'hot-spot':
      return first === undefined ? undefined : { kind: item.kind, chosen: first };
    case 'multiple':
      return draft.chosen.length === rightOptions(item.options).length
        ? { kind: 'multiple', chosen: draft.chosen }
        : undefined;
    case 'ordering':
      // The order in which the steps are shown first is nobody's answer: it is never the right one.
      return draft.order.length === item.steps.length ? { kind: 'ordering', order: draft.order } : undefined;
    case 'matching':
      return hasAll(draft.pairs, item.pairs) ? { kind: 'matching', matches: draft.pairs } : undefined;
    case 'numeric': {
      const value = numberTyped(draft.typed);
      return value !== undefined && Number.isFinite(value) ? { kind: 'numeric', value } : undefined;
    }
    case 'cloze':
      return hasAll(draft.pairs, item.blanks) ? { kind: 'cloze', filled: draft.pairs } : undefined;
    default:
      return unreachable(item);
  }
}

/** The draft after the key of the `index`th option, where options have keys. */
export function withKey(item: Item, { choices }: Presented, draft: Draft, index: number): Draft {
  const choice = choices[index]?.id;
  if (choice === undefined) return draft;
  switch (item.kind) {
    case 'single':
    case 'predict':
    case 'hot-spot':
      return { ...draft, chosen: [choice] };
    case 'multiple':
      return { ...draft, chosen: toggled(draft.chosen, choice) };
    default:
      return draft;
  }
}

/** The ids of the options, or spots, that are right. */
export function rightOptions(
  options: readonly { readonly id: string; readonly isRight?: boolean | undefined }[],
): readonly string[] {
  return options.filter(({ isRight }) => isRight).map(({ id }) => id);
}

const toggled = (chosen: readonly string[], id: string) =>
  chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];

const hasAll = (pairs: Draft['pairs'], places: readonly { readonly id: string }[]) =>
  places.every(({ id }) => pairs[id] !== undefined);
