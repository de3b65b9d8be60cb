import { failed, ok, type Result } from '#base/result.ts';
import type { AnyProtocol, RequestOf } from '#simulator/protocol.ts';
import type { CatalogEntry, Example } from './catalog-entry.ts';

/** What may be asked of an entry's cluster in place of what it shows by itself. */
export interface Variation<P extends AnyProtocol = AnyProtocol> {
  /** The rule that is taken away, by its flag. */
  readonly broken?: string | undefined;
  /** What each node's client asks, by node. */
  readonly requests?: readonly (readonly RequestOf<P>[])[] | undefined;
}

export type VariationFault =
  | { readonly kind: 'unknownRule'; readonly broken: string; readonly known: readonly string[] }
  /** Requests for nodes that the cluster does not have: nobody would ask them. */
  | { readonly kind: 'tooManyNodes'; readonly asked: number; readonly size: number };

/** An entry's cluster, varied. */
export function exampleOf<P extends AnyProtocol>(
  entry: CatalogEntry<P>,
  { broken, requests }: Variation<P>,
): Result<Example<P>, VariationFault> {
  if (broken !== undefined && !Object.hasOwn(entry.brokenRules, broken))
    return failed({ kind: 'unknownRule', broken, known: Object.keys(entry.brokenRules) });
  const example = entry.example(broken);
  if (requests === undefined) return ok(example);
  const { size } = example.setup;
  if (requests.length > size) return failed({ kind: 'tooManyNodes', asked: requests.length, size });
  return ok({ ...example, setup: { ...example.setup, requests } });
}
