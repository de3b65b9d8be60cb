import { citationsIn } from '#content/markup.ts';
import type { Source } from '#content/track.ts';

/** The sources of a page, in the order in which its texts cite them; then those that are only `named`. */
export function citedOrder(
  texts: readonly string[],
  sources: readonly Source[],
  named: readonly string[] = [],
): readonly Source[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return [...new Set([...texts.flatMap(citationsIn), ...named])].flatMap((id) => byId.get(id) ?? []);
}
