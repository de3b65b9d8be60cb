import { createContext } from 'preact';

/** What the inline text of a page refers to; the screen knows, the text does not. */
export interface MarkupReferences {
  /** The complete address of a concept's page; `undefined` leaves its words plain. */
  readonly linkTo: (concept: string) => string | undefined;
  /** A concept's meaning in one line, to open in place; without it the words are a link. */
  readonly meaningOf?: (concept: string) => string | undefined;
  /** The number of a source in the page's list; `undefined` hides the citation. */
  readonly numberOf: (source: string) => number | undefined;
}

export const MarkupContext = createContext<MarkupReferences>({ linkTo: () => undefined, numberOf: () => undefined });
