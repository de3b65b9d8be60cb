import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import css from './term.module.css';

interface TermProps {
  readonly children: ComponentChildren;
  /** One line. */
  readonly meaning: string;
  /** Where more is said about it. */
  readonly href?: string | undefined;
}

/** A key term in running text that opens its meaning where it stands. */
export function Term({ children, meaning, href }: TermProps) {
  const [isOpen, setOpen] = useState(false);
  const meaningId = useId();
  /** The keyboard is at the term again, also where it was inside the meaning. */
  const closeOnEscape = ({ key, currentTarget }: TargetedKeyboardEvent<HTMLElement>) => {
    if (key !== 'Escape') return;
    setOpen(false);
    currentTarget.querySelector('button')?.focus();
  };
  return (
    <span onKeyDown={closeOnEscape}>
      <button
        class={css.term}
        type="button"
        aria-expanded={isOpen}
        aria-controls={meaningId}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      <span class={css.meaning} id={meaningId} role="note" hidden={!isOpen}>
        {meaning} {href !== undefined && <a href={href}>More about it</a>}
      </span>
    </span>
  );
}
