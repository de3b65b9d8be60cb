import { createContext, type ComponentChildren } from 'preact';

/** What the inline text of a page refers to; the screen knows, the text does not. */
export interface MarkupReferences {
  /** A concept's words as the page shows them: a link, or a term that opens its meaning. Without it they stay plain. */
  readonly concept?: (id: string, words: ComponentChildren) => ComponentChildren;
  /** The number of a source in the page's list; `undefined` hides the citation. */
  readonly numberOf: (source: string) => number | undefined;
}

export const MarkupContext = createContext<MarkupReferences>({ numberOf: () => undefined });
