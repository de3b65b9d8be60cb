import { failed, ok, type Result } from '#base/result.ts';
import type { AnyProtocol, NodeId, RequestOf } from '#simulator/protocol.ts';
import { nodeName } from '#simulator/sentence.ts';
import type { Budget, Setup } from '#simulator/world.ts';
import type { CatalogEntry, Example, ExampleOptions } from './catalog-entry.ts';

/** What may be asked of an entry's cluster in place of what it shows by itself. */
export interface Variation<P extends AnyProtocol = AnyProtocol> {
  /** The rule that is taken away, by its flag. */
  readonly broken?: string | undefined;
  /** How many nodes: one of the entry's `sizes`. */
  readonly size?: number | undefined;
  /** Some of the entry's `options`. */
  readonly options?: ExampleOptions | undefined;
  /** What each node's client asks, by node. */
  readonly requests?: readonly (readonly RequestOf<P>[])[] | undefined;
  /** How often each kind of fault may happen; kinds that are not named stay as they are. */
  readonly budget?: { readonly [Kind in keyof Budget]?: number | undefined } | undefined;
  /** Nodes that no fault may touch. */
  readonly sheltered?: readonly NodeId[] | undefined;
  /** Other names for the nodes, in their order. */
  readonly names?: readonly string[] | undefined;
}

export type VariationFault =
  | { readonly kind: 'unknownRule'; readonly broken: string; readonly known: readonly string[] }
  | { readonly kind: 'unknownSize'; readonly wanted: number; readonly known: readonly number[] }
  /** There is no option of this name, or it holds another kind of value. */
  | { readonly kind: 'unknownOption'; readonly option: string; readonly known: ExampleOptions }
  /** Requests or shelter for nodes that the cluster does not have. */
  | {
      readonly kind: 'tooManyNodes';
      readonly of: 'requests' | 'sheltered';
      readonly asked: number;
      readonly size: number;
    };

/** An entry's cluster, varied. */
export function exampleOf<P extends AnyProtocol>(
  entry: CatalogEntry<P>,
  variation: Variation<P>,
): Result<Example<P>, VariationFault> {
  const fault = variationFault(entry, variation);
  if (fault) return failed(fault);
  const example = entry.example(variation.broken, variation.size, variation.options);
  const setup = variedSetup(example.setup, variation);
  const missing = nodeFault(setup);
  return missing ? failed(missing) : ok({ ...example, setup });
}

/** Whether an entry, of a protocol or of a board, has the rule, the size and the options that are asked for. */
export function variationFault(
  { brokenRules, sizes = [], options: known = {} }: Pick<CatalogEntry, 'brokenRules' | 'sizes' | 'options'>,
  { broken, size, options = {} }: Pick<Variation, 'broken' | 'size' | 'options'>,
): VariationFault | null {
  if (broken !== undefined && !Object.hasOwn(brokenRules, broken))
    return { kind: 'unknownRule', broken, known: Object.keys(brokenRules) };
  if (size !== undefined && !sizes.includes(size)) return { kind: 'unknownSize', wanted: size, known: sizes };
  const option = Object.keys(options).find(
    (name) => !Object.hasOwn(known, name) || shapeOf(known[name]) !== shapeOf(options[name]),
  );
  return option === undefined ? null : { kind: 'unknownOption', option, known };
}

const shapeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

function variedSetup<P extends AnyProtocol>(
  setup: Setup<P>,
  { requests, budget = {}, sheltered, names }: Variation<P>,
): Setup<P> {
  const given = Object.fromEntries(Object.entries(budget).filter(([, count]) => count !== undefined));
  return {
    ...setup,
    budget: { ...setup.budget, ...given },
    ...(requests && { requests }),
    ...(sheltered && { sheltered }),
    ...(names && { protocol: named(setup.protocol, names) }),
  };
}

function named<P extends AnyProtocol>(protocol: P, names: readonly string[]): P {
  const node = (self: NodeId, size: number): string => names[self] ?? nodeName({ protocol, size }, self);
  return { ...protocol, words: { ...protocol.words, node } };
}

function nodeFault({ size, requests, sheltered = [] }: Setup<AnyProtocol>): VariationFault | null {
  if (requests.length > size) return { kind: 'tooManyNodes', of: 'requests', asked: requests.length, size };
  const last = Math.max(-1, ...sheltered);
  return last < size ? null : { kind: 'tooManyNodes', of: 'sheltered', asked: last + 1, size };
}

/** What is wrong, as a sentence without its full stop. */
export function variationFaultText(fault: VariationFault): string {
  switch (fault.kind) {
    case 'unknownRule':
      return `there is no rule ${fault.broken}; ${among(fault.known)}`;
    case 'unknownSize':
      return `there is no cluster of ${fault.wanted}; ${among(fault.known)}`;
    case 'unknownOption':
      return `there is no option ${fault.option} of this kind; ${among(
        Object.entries(fault.known).map(([name, value]) => `${name} (${JSON.stringify(value)})`),
      )}`;
    case 'tooManyNodes':
      return `${fault.of} for ${fault.asked} nodes; the cluster has ${fault.size}`;
  }
}

const among = (known: readonly (string | number)[]): string =>
  known.length === 0 ? 'there are none' : `there are ${known.join(', ')}`;

/** The part of the variation that a fault is in. */
export const variationFaultPath = (fault: VariationFault): string =>
  fault.kind === 'tooManyNodes'
    ? fault.of
    : ({ unknownRule: 'broken', unknownSize: 'size', unknownOption: 'options' } as const)[fault.kind];
