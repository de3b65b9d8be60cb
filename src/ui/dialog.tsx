import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import css from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Also called for Escape. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Its buttons. */
  readonly actions?: ComponentChildren;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back. */
export function Dialog({ title, isOpen, onClose, children, actions }: DialogProps) {
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }, [isOpen]);
  return (
    <dialog class={css.dialog} ref={element} aria-labelledby={titleId} onClose={onClose}>
      {isOpen && (
        <div class={css.inside}>
          <div class={css.head}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="cross" label="Close" onClick={onClose} />
          </div>
          {children}
          {actions !== undefined && <div class={css.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
