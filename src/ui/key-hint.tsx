import type { ComponentChildren } from 'preact';
import css from './key-hint.module.css';

interface KeyHintProps {
  readonly children: ComponentChildren;
}

/** A key's name; not drawn where there is only touch. */
export function KeyHint({ children }: KeyHintProps) {
  return <kbd class={css.key}>{children}</kbd>;
}
