import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import css from './notice.module.css';

interface NoticeProps {
  readonly children: ComponentChildren;
  readonly tone?: 'plain' | 'good' | 'bad';
  /** Buttons or links. */
  readonly actions?: ComponentChildren;
  readonly onDismiss?: (() => void) | undefined;
}

/** Words in the page, where the matter is. It does not announce itself: whoever shows it late calls `announce`. */
export function Notice({ children, tone = 'plain', actions, onDismiss }: NoticeProps) {
  return (
    <div class={classNames(css.notice, css[tone])}>
      <div class={css.words}>{children}</div>
      {onDismiss && <IconButton icon="cross" label="Dismiss" onClick={onDismiss} />}
      {actions !== undefined && <div class={css.actions}>{actions}</div>}
    </div>
  );
}
