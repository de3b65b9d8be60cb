import type { ComponentChildren } from 'preact';
import css from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** What a place says while there is nothing in it yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class={css.empty}>
      <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden="true">
        <path class={css.life} d="M10 4v48M36 4v48M62 4v48" />
        <path class={css.message} d="M10 12l24 10M36 30l24 10" />
      </svg>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}
