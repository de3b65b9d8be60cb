import css from './icon.module.css';

/** Drawn on a 24 × 24 grid, as strokes. */
const paths = {
  today:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  learn: 'M4 5.5c3-1 5.5-.6 8 1.3 2.5-1.9 5-2.3 8-1.3v13c-3-1-5.5-.6-8 1.3-2.5-1.9-5-2.3-8-1.3zM12 7v12.5',
  practise:
    'M6.5 7h8A2.5 2.5 0 0 1 17 9.5v8a2.5 2.5 0 0 1-2.5 2.5h-8A2.5 2.5 0 0 1 4 17.5v-8A2.5 2.5 0 0 1 6.5 7M8 4h9a3 3 0 0 1 3 3v9',
  you: 'M12 4.8a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4M5 20c.8-4 3.5-5.5 7-5.5s6.2 1.5 7 5.5',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M16 16l4.5 4.5',
  back: 'M14.5 5 8 12l6.5 7',
  forward: 'M9.5 5 16 12l-6.5 7',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4',
  check: 'M5 12.5l4.5 4.5L19 7',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  up: 'M12 19V6M6 11.5 12 5.5l6 6',
  down: 'M12 5v13M6 12.5l6 6 6-6',
  chevron: 'M6 9.5l6 6 6-6',
  play: 'M8 5.5v13l10-6.5z',
  pause: 'M8.5 6v12M15.5 6v12',
  external: 'M9 6h9v9M18 6 7 17',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  readonly name: IconName;
}

/** A picture beside words, never instead of them: it is hidden from screen readers. */
export function Icon({ name }: IconProps) {
  return (
    <svg class={css.icon} data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
