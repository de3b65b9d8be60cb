import type { Source } from '#content/track.ts';
import { ProvenanceBadge } from './provenance-badge.tsx';

interface SourceLineProps {
  readonly source: Source;
  /** The note on how it was checked stands beside it, so nothing needs to open. */
  readonly isNoteShown?: boolean;
}

/** One source: who, what, when, and how near to the facts. */
export function SourceLine({ source, isNoteShown = false }: SourceLineProps) {
  return (
    <span>
      {source.author}, {source.url ? <a href={source.url}>{source.title}</a> : <cite>{source.title}</cite>},{' '}
      {source.year} <ProvenanceBadge provenance={source.provenance} note={isNoteShown ? undefined : source.note} />
    </span>
  );
}
