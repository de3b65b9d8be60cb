import type { Source } from '#content/track.ts';
import css from './provenance-badge.module.css';

interface ProvenanceBadgeProps {
  readonly provenance: Source['provenance'];
  readonly note?: string | undefined;
}

const meanings: Record<Source['provenance'], string> = {
  primary: 'Written by those who did it',
  secondary: 'Known second-hand: reported by others, or out of reach when it was checked',
};

export function ProvenanceBadge({ provenance, note }: ProvenanceBadgeProps) {
  return (
    <span class={css.badge} title={note ?? meanings[provenance]}>
      {provenance === 'primary' ? 'primary' : 'second-hand'}
    </span>
  );
}
