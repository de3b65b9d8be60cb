import type { ComponentChildren } from 'preact';
import css from './foot.module.css';

interface FootProps {
  readonly children: ComponentChildren;
  /** A quiet line under the actions: the keys, or that one may stop here. */
  readonly hint?: ComponentChildren;
}

/** The screen's main action: in reach of the thumb on a phone, after the text from 900 px. */
export function Foot({ children, hint }: FootProps) {
  return (
    <div class={css.foot}>
      {children}
      {hint !== undefined && <p class={css.hint}>{hint}</p>}
    </div>
  );
}
