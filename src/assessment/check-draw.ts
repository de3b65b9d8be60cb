/** What a module-end check asks: a draw from the bank, new on every retake, settled by its seed alone. */
import { randomFrom, shuffled } from '#base/random.ts';
import type { Item } from '#content/item.ts';

export const CHECK_ITEMS = 10;
const LEAST_PER_OBJECTIVE = 2;

/**
 * Ten items, at least two of each objective, items not in `seenItemIds` (those of the last attempts) before seen
 * ones. A bank that is too small gives what it has.
 */
export function drawCheck(
  bank: readonly Item[],
  objectives: readonly { readonly id: string }[],
  seed: number,
  seenItemIds: ReadonlySet<string> = new Set(),
): readonly Item[] {
  const random = randomFrom(seed);
  const order = unseenFirst(shuffled(bank, random), seenItemIds);
  const required = objectives.flatMap(({ id }) =>
    order.filter(({ objective }) => objective === id).slice(0, LEAST_PER_OBJECTIVE),
  );
  const others = order.filter((item) => !required.includes(item));
  return shuffled([...required, ...others].slice(0, CHECK_ITEMS), random);
}

/**
 * Another item of the same objective, of the same concept where there is one: asked after a miss, not scored.
 * `undefined` where all others are excluded.
 */
export function variantOf(
  item: Item,
  bank: readonly Item[],
  seed: number,
  exclude: ReadonlySet<string>,
): Item | undefined {
  const others = bank.filter(({ id, objective }) => objective === item.objective && id !== item.id && !exclude.has(id));
  const order = shuffled(others, randomFrom(seed));
  return order.find(({ concept }) => concept === item.concept) ?? order[0];
}

function unseenFirst(items: readonly Item[], seen: ReadonlySet<string>): readonly Item[] {
  return [...items.filter(({ id }) => !seen.has(id)), ...items.filter(({ id }) => seen.has(id))];
}
