import type { Source } from '#content/track.ts';
import css from './provenance-badge.module.css';
import { Term } from './term.tsx';

interface ProvenanceBadgeProps {
  readonly provenance: Source['provenance'];
  /** Says how it was checked; not given where that stands beside it. */
  readonly note?: string | undefined;
}

/** Whether what is said of a source was read in it. Where it was not, a tap says what it rests on instead. */
export function ProvenanceBadge({ provenance, note }: ProvenanceBadgeProps) {
  if (provenance === 'secondary' && note !== undefined) return <Term meaning={note}>{names.secondary}</Term>;
  return <span class={css.badge}>{names[provenance]}</span>;
}

const names: Readonly<Record<Source['provenance'], string>> = { primary: 'primary', secondary: 'not re-read here' };
