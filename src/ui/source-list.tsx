import type { Source } from '#content/track.ts';
import { SourceLine } from './source-line.tsx';
import { sourceAnchor } from './source-anchor.ts';
import css from './source-list.module.css';

export interface NumberedSource {
  readonly number: number;
  readonly source: Source;
}

interface SourceListProps {
  readonly sources: readonly NumberedSource[];
}

export function SourceList({ sources }: SourceListProps) {
  return (
    <ol class={css.sources}>
      {sources.map(({ number, source }) => (
        <li key={source.id} id={sourceAnchor(source.id)} value={number} tabIndex={-1}>
          <span class={css.number} aria-hidden="true">
            {number}
          </span>
          <SourceLine source={source} />
        </li>
      ))}
    </ol>
  );
}
