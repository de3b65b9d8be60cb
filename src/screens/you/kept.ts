import type { Deck, TrackIndex } from '#content/compiled.ts';

export interface KeptConcept {
  readonly id: string;
  readonly name: string;
  readonly state: 'durable' | 'learning' | 'new';
}

export interface KeptConcepts {
  /** The key concepts, in the track's order. */
  readonly ten: readonly KeptConcept[];
  /** The durable ones below them. */
  readonly below: readonly KeptConcept[];
  /** How many more below them are being learned. */
  readonly learningBelow: number;
}

/** Where each concept stands: `introduced` are those with a card that was graded. */
export function keptConcepts(
  { keyConcepts }: TrackIndex,
  concepts: Deck['concepts'],
  introduced: Pick<ReadonlyMap<string, unknown>, 'has'>,
  durable: ReadonlySet<string>,
): KeptConcepts {
  const kept = ({ id, name }: { readonly id: string; readonly name: string }): KeptConcept => {
    const learning = introduced.has(id) ? 'learning' : 'new';
    return { id, name, state: durable.has(id) ? 'durable' : learning };
  };
  const key = new Set(keyConcepts.map(({ id }) => id));
  const below = concepts.filter(({ id }) => !key.has(id)).map(kept);
  const inState = (state: KeptConcept['state']) => below.filter((concept) => concept.state === state);
  return { ten: keyConcepts.map(kept), below: inState('durable'), learningBelow: inState('learning').length };
}

export const countDurable = (concepts: readonly KeptConcept[]): number =>
  concepts.filter(({ state }) => state === 'durable').length;
