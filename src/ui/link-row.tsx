import type { ComponentChildren } from 'preact';
import css from './link-row.module.css';

interface LinkRowProps {
  readonly href: string;
  readonly children: ComponentChildren;
  /** At the end of the row: a count, a state. */
  readonly end?: ComponentChildren;
}

/** A row of a list sheet that leads somewhere. */
export function LinkRow({ href, children, end }: LinkRowProps) {
  return (
    <a class={css.row} href={href}>
      <span>{children}</span>
      {end !== undefined && <span class={css.end}>{end}</span>}
    </a>
  );
}
