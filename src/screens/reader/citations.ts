import type { Block } from '#content/section.ts';
import type { Source } from '#content/track.ts';

const mentionOf = (id: string): string => `[@${id}]`;

const textsOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'incident':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'models':
      return block.models.flatMap(({ meaning, sources }) => [meaning, ...sources.map(mentionOf)]);
    case 'figure':
      return [block.outcome, ...(block.sources ?? []).map(mentionOf)];
  }
};

/** The sources that blocks cite, in the order of their first mention: the numbers of the footnotes. */
export function citedIn(blocks: readonly Block[], sources: readonly Source[]): readonly Source[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ids = blocks
    .flatMap(textsOf)
    .flatMap((text) => [...text.matchAll(/\[@([a-z0-9-]+)\]/g)].map(([, id]) => id ?? ''));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
