import { assert } from '#base/assert.ts';
import { Heap } from './heap.ts';

/** A card and what it is about. */
export interface MixedCard {
  readonly card: string;
  readonly concept: string;
}

/** Concept → the concepts easily taken for it. */
export type LookAlikes = ReadonlyMap<string, readonly string[]>;

/**
 * The same cards with their concepts mixed (Rohrer, Dedrick & Stershic 2015): no concept twice running while a card
 * of another remains (`after` being the concept before the first card), no concept twice running at all where the
 * cards allow it, and look-alikes next to each other where that costs nothing of this. Cards of one concept keep
 * their order. O(n log n).
 */
export function mixed<Card extends MixedCard>(cards: readonly Card[], lookAlikes: LookAlikes, after?: string): Card[] {
  const piles = new Piles(cards);
  const result: Card[] = [];
  let last = after;
  for (let remaining = cards.length; remaining > 0; remaining--) {
    const largest = piles.largest(last);
    // A pile of more than half of what remains has to be drawn from now, or it would end in a run.
    const isForced = leftIn(largest) * 2 > remaining;
    const partners = isForced || last === undefined ? [] : (lookAlikes.get(last) ?? []);
    const pile = piles.largestOf(partners.filter((concept) => concept !== last)) ?? largest;
    result.push(piles.draw(pile));
    last = pile.concept;
  }
  return result;
}

/** The cards of one concept, in the order given. */
interface Pile<Card> {
  readonly concept: string;
  readonly cards: Card[];
  placed: number;
  /** When it was last drawn from; before that, where its first card stood, which is earlier than any draw. */
  drawnAt: number;
}

const leftIn = (pile: Pile<unknown>): number => pile.cards.length - pile.placed;

/** A pile as it was when it joined the heap. Once drawn from, it joins again, and what is left behind is stale. */
interface Entry<Card> {
  readonly pile: Pile<Card>;
  readonly left: number;
  readonly drawnAt: number;
}

class Piles<Card extends MixedCard> {
  readonly #byConcept = new Map<string, Pile<Card>>();
  /** Larger piles first, and of equal ones that which was drawn from longest ago. */
  readonly #heap = new Heap<Entry<Card>>((one, other) => other.left - one.left || one.drawnAt - other.drawnAt);
  #draws = 0;

  constructor(cards: readonly Card[]) {
    for (const [index, card] of cards.entries()) {
      const pile = this.#byConcept.get(card.concept);
      if (pile) pile.cards.push(card);
      else
        this.#byConcept.set(card.concept, {
          concept: card.concept,
          cards: [card],
          placed: 0,
          drawnAt: index - cards.length,
        });
    }
    for (const pile of this.#byConcept.values()) this.#join(pile);
  }

  /** The largest pile of another concept than `last`, or that of `last` where it is the only one. */
  largest(last: string | undefined): Pile<Card> {
    const first = this.#peek();
    assert(first !== undefined, 'a pile is asked for only while cards remain');
    if (first.concept !== last) return first;
    this.#heap.pop();
    const second = this.#peek();
    this.#join(first);
    return second ?? first;
  }

  /** The largest pile of the concepts that still have cards. */
  largestOf(concepts: readonly string[]): Pile<Card> | undefined {
    return concepts
      .flatMap((concept) => this.#byConcept.get(concept) ?? [])
      .filter((pile) => leftIn(pile) > 0)
      .sort((one, other) => leftIn(other) - leftIn(one) || one.drawnAt - other.drawnAt)[0];
  }

  draw(pile: Pile<Card>): Card {
    const card = pile.cards[pile.placed];
    assert(card !== undefined, 'only a pile with cards is drawn from');
    pile.placed += 1;
    pile.drawnAt = this.#draws++;
    this.#join(pile);
    return card;
  }

  #join(pile: Pile<Card>): void {
    if (leftIn(pile) > 0) this.#heap.push({ pile, left: leftIn(pile), drawnAt: pile.drawnAt });
  }

  #peek(): Pile<Card> | undefined {
    for (;;) {
      const entry = this.#heap.peek();
      if (entry === undefined || entry.left === leftIn(entry.pile)) return entry?.pile;
      this.#heap.pop();
    }
  }
}
