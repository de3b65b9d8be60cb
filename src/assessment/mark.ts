import { assert, unreachable } from '#base/assert.ts';
import type { Item, ItemOf, Option } from '#content/item.ts';
import type { Marked, Response } from './response.ts';

/** Marks a response to its item. Only a fully right answer is right; the score says how much of it was. */
export function mark(item: Item, response: Response): Marked {
  const score = scoreOf(item, response);
  return { isRight: score === 1, score };
}

function scoreOf(item: Item, response: Response): number {
  switch (item.kind) {
    case 'single':
    case 'predict':
      return isRightOption(item.options, answerTo(item, response).chosen) ? 1 : 0;
    case 'hot-spot':
      return isRightOption(item.spots, answerTo(item, response).chosen) ? 1 : 0;
    case 'multiple':
      return multipleScore(item, answerTo(item, response).chosen);
    case 'ordering':
      return orderingScore(item, answerTo(item, response).order);
    case 'matching':
      return matchingScore(item, answerTo(item, response).matches);
    case 'numeric':
      return isWithinTolerance(item, answerTo(item, response).value) ? 1 : 0;
    case 'cloze':
      return clozeScore(item, answerTo(item, response).filled);
    default:
      return unreachable(item);
  }
}

type ResponseTo<Kind extends Item['kind']> = Response & { readonly kind: Kind };

/** The response as one to this kind of item; a screen that mixes them up is a bug. */
function answerTo<Kind extends Item['kind']>(item: { readonly kind: Kind }, response: Response): ResponseTo<Kind> {
  assert(
    response.kind === item.kind,
    `a response of kind ${response.kind} does not answer an item of kind ${item.kind}`,
  );
  return response as ResponseTo<Kind>;
}

function isRightOption(options: readonly Option[], chosen: string | undefined): boolean {
  return options.some(({ id, isRight }) => id === chosen && isRight === true);
}

/** Each wrong pick takes back a right one, so that picking everything gains nothing. */
function multipleScore({ options }: ItemOf<'multiple'>, chosen: readonly string[]): number {
  const picks = [...new Set(chosen)];
  const hits = picks.filter((id) => isRightOption(options, id)).length;
  const rights = options.filter(({ isRight }) => isRight === true).length;
  return Math.max(0, (hits - (picks.length - hits)) / rights);
}

/** The share of neighbouring steps that the answer, too, has one before the other. */
function orderingScore({ steps }: ItemOf<'ordering'>, order: readonly string[]): number {
  const placeOf = new Map(order.map((id, place) => [id, place]));
  const places = steps.map(({ id }) => placeOf.get(id) ?? Number.NaN);
  return shareOf(places.slice(1), (place, index) => place > (places[index] ?? Number.NaN));
}

/** The share of left sides matched. Where two right sides read the same, either will do. */
function matchingScore({ pairs }: ItemOf<'matching'>, matches: Readonly<Record<string, string>>): number {
  return shareOf(pairs, ({ id, right }) => pairs.find((pair) => pair.id === matches[id])?.right === right);
}

function clozeScore({ blanks }: ItemOf<'cloze'>, filled: Readonly<Record<string, string>>): number {
  return shareOf(blanks, ({ id, options }) => isRightOption(options, filled[id]));
}

/** The bound counts as within, also where binary fractions put it a hair outside, as in 0.3 − 0.1 ≤ 0.2. */
function isWithinTolerance({ answer, tolerance }: ItemOf<'numeric'>, value: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(answer), tolerance);
  return Math.abs(value - answer) <= tolerance + slack;
}

function shareOf<Value>(values: readonly Value[], isTrue: (value: Value, index: number) => boolean): number {
  return values.filter(isTrue).length / values.length;
}
