import type { ComponentChildren } from 'preact';
import css from './button-row.module.css';

interface ButtonRowProps {
  readonly children: ComponentChildren;
}

/** Buttons side by side, of equal width; they wrap where there is no room. */
export function ButtonRow({ children }: ButtonRowProps) {
  return <div class={css.row}>{children}</div>;
}
