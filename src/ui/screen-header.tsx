import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import css from './screen-header.module.css';

interface ScreenHeaderProps {
  readonly title: ComponentChildren;
  /** False where the screen has its `h1` further down, as a question or a section's page does. */
  readonly isHeading?: boolean;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  /** Before the title: the mark, on Today. */
  readonly start?: ComponentChildren;
  /** A few words or one icon button. */
  readonly end?: ComponentChildren;
}

/** The top of every screen. Its heading takes the focus after a navigation. */
export function ScreenHeader({ title, isHeading = true, back, start, end }: ScreenHeaderProps) {
  return (
    <header class={css.header}>
      {back && (
        <a class={css.back} href={back.href} aria-label={back.label} title={back.label}>
          <Icon name="back" />
        </a>
      )}
      {start}
      {isHeading ? (
        <h1 class={css.heading} tabIndex={-1}>
          {title}
        </h1>
      ) : (
        <p class={css.title}>{title}</p>
      )}
      {end !== undefined && <div class={css.end}>{end}</div>}
    </header>
  );
}
