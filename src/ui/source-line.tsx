import type { Source } from '#content/track.ts';
import { ProvenanceBadge } from './provenance-badge.tsx';

/** One source: who, what, when, and how near to the facts. */
export function SourceLine({ source }: { readonly source: Source }) {
  return (
    <span>
      {source.author}, {source.url ? <a href={source.url}>{source.title}</a> : <cite>{source.title}</cite>}, {source.year}{' '}
      <ProvenanceBadge provenance={source.provenance} note={source.note} />
    </span>
  );
}
