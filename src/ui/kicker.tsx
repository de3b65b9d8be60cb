import type { ComponentChildren } from 'preact';
import css from './kicker.module.css';

interface KickerProps {
  readonly children: ComponentChildren;
}

/** The small line over a heading: where this belongs. */
export function Kicker({ children }: KickerProps) {
  return <p class={css.kicker}>{children}</p>;
}
