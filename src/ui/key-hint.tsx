import type { ComponentChildren } from 'preact';
import css from './key-hint.module.css';

interface KeyHintProps {
  readonly children: ComponentChildren;
  /** Where the control itself tells a screen reader of its key. */
  readonly isHidden?: boolean;
}

/** A key's name; not drawn where there is only touch. */
export function KeyHint({ children, isHidden }: KeyHintProps) {
  return <kbd class={css.key} aria-hidden={isHidden}>{children}</kbd>;
}
