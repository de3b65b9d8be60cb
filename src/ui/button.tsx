import type { ComponentChildren, Ref } from 'preact';
import { classNames } from './class-names.ts';
import css from './button.module.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** `go` is the screen's main action; there is at most one. */
  readonly variant?: 'plain' | 'go' | 'quiet';
  /** A complete address makes it a link. */
  readonly href?: string | undefined;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  readonly type?: 'button' | 'submit';
  /** Says "not now" but keeps the focus where it is: an attribute `disabled` would throw it away. */
  readonly isOff?: boolean;
  /** For a button that stays pressed. */
  readonly isPressed?: boolean | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly controls?: string | undefined;
  readonly describedBy?: string | undefined;
  /** As `aria-keyshortcuts` wants it: "1", "Control+Z". */
  readonly shortcut?: string | undefined;
  readonly elementRef?: Ref<HTMLElement>;
}

export function Button({ children, variant = 'plain', href, elementRef, ...rest }: ButtonProps) {
  const look = classNames(css.button, css[variant]);
  if (href !== undefined) {
    return (
      <a
        class={look}
        href={href}
        onClick={rest.onClick}
        aria-describedby={rest.describedBy}
        ref={elementRef as Ref<HTMLAnchorElement>}
      >
        {children}
      </a>
    );
  }
  return (
    <button
      class={look}
      type={rest.type ?? 'button'}
      onClick={clickUnlessOff(rest)}
      aria-disabled={rest.isOff ? 'true' : undefined}
      aria-pressed={rest.isPressed}
      aria-expanded={rest.isExpanded}
      aria-controls={rest.controls}
      aria-describedby={rest.describedBy}
      aria-keyshortcuts={rest.shortcut}
      ref={elementRef as Ref<HTMLButtonElement>}
    >
      {children}
    </button>
  );
}

/** Also keeps a button that is off from submitting its form. */
export function clickUnlessOff({ isOff, onClick }: Pick<ButtonProps, 'isOff' | 'onClick'>) {
  return (event: MouseEvent) => {
    if (isOff) event.preventDefault();
    else onClick?.(event);
  };
}
