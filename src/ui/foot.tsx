import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import css from './foot.module.css';
import { shortcutsEnabled } from './shortcuts-enabled.ts';

interface FootProps {
  readonly children: ComponentChildren;
  /** A quiet line under the actions: the keys, or that one may stop here. */
  readonly hint?: ComponentChildren;
  /** The keys that do the same; not drawn where there is only touch, nor where shortcuts are off. */
  readonly keys?: ComponentChildren;
}

/** The screen's main action: in reach of the thumb on a phone, after the text from 900 px. */
export function Foot({ children, hint, keys }: FootProps) {
  return (
    <div class={css.foot}>
      {children}
      {hint !== undefined && <p class={css.hint}>{hint}</p>}
      {keys !== undefined && shortcutsEnabled.value && <p class={classNames(css.hint, css.keys)}>{keys}</p>}
    </div>
  );
}
