import type { Response } from '#assessment/response.ts';
import { unreachable } from '#base/assert.ts';
import type { Item, Option } from '#content/item.ts';

/** A right response to an item of any kind, or a wrong one. */
export function responseTo(item: Item, isRight: boolean): Response {
  switch (item.kind) {
    case 'single':
    case 'predict':
      return { kind: item.kind, chosen: pick(item.options, isRight) };
    case 'hot-spot':
      return { kind: item.kind, chosen: pick(item.spots, isRight) };
    case 'multiple':
      return {
        kind: item.kind,
        chosen: item.options.filter((option) => (option.isRight === true) === isRight).map(({ id }) => id),
      };
    case 'ordering': {
      const order = item.steps.map(({ id }) => id);
      return { kind: item.kind, order: isRight ? order : order.toReversed() };
    }
    case 'matching': {
      const ids = item.pairs.map(({ id }) => id);
      return {
        kind: item.kind,
        matches: Object.fromEntries(ids.map((id, index) => [id, ids.at(isRight ? index : index - 1) ?? id])),
      };
    }
    case 'numeric':
      return { kind: item.kind, value: isRight ? item.answer : (item.traps[0]?.value ?? Number.NaN) };
    case 'cloze':
      return {
        kind: item.kind,
        filled: Object.fromEntries(item.blanks.map(({ id, options }) => [id, pick(options, isRight)])),
      };
    default:
      return unreachable(item);
  }
}

const pick = (options: readonly Option[], isRight: boolean): string =>
  options.find((option) => (option.isRight === true) === isRight)?.id ?? '';
