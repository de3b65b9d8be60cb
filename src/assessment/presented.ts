/**
 * The order in which an item's parts are shown: shuffled, but the same for the same seed and item, so that a check
 * that is left and resumed looks as it did. Nothing here says which part is right.
 */
import { unreachable } from '#base/assert.ts';
import { hashText, type Random, randomFrom, shuffled } from '#base/random.ts';
import type { Item } from '#content/item.ts';

export interface Choice {
  readonly id: string;
  readonly text: string;
}

export interface Presented {
  /** Options, steps to order, or the right sides to match; none for a number and for a cloze. */
  readonly choices: readonly Choice[];
  /** Blank id → its options; empty for all but a cloze. */
  readonly blanks: Readonly<Record<string, readonly Choice[]>>;
}

export function presented(item: Item, seed: number): Presented {
  const random = randomFrom(hashText(`${seed} ${item.id}`));
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'predict':
      return { choices: shuffled(item.options.map(choice), random), blanks: {} };
    case 'hot-spot':
      // In the order of time on the diagram beside the list, whatever order they are written in.
      return { choices: item.spots.toSorted((one, other) => one.at - other.at).map(choice), blanks: {} };
    case 'ordering':
      return { choices: disordered(item.steps.map(choice), random), blanks: {} };
    case 'matching':
      return {
        choices: shuffled(
          item.pairs.map(({ id, right }) => ({ id, text: right })),
          random,
        ),
        blanks: {},
      };
    case 'numeric':
      return { choices: [], blanks: {} };
    case 'cloze':
      return {
        choices: [],
        blanks: Object.fromEntries(item.blanks.map(({ id, options }) => [id, shuffled(options.map(choice), random)])),
      };
    default:
      return unreachable(item);
  }
}

const choice = ({ id, text }: Choice): Choice => ({ id, text });

/** Shuffled, and never already in the order given: a task of ordering must not begin solved. */
function disordered<Value>(values: readonly Value[], random: Random): readonly Value[] {
  const order = shuffled(values, random);
  const isSolved = order.every((value, index) => value === values[index]);
  return isSolved ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
