import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import css from './disclosure.module.css';

interface DisclosureProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
}

export function Disclosure({ summary, children, isOpen = false, onToggle }: DisclosureProps) {
  return (
    <details class={css.disclosure} open={isOpen} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        {summary}
        <Icon name="chevron" />
      </summary>
      <div class={css.body}>{children}</div>
    </details>
  );
}
