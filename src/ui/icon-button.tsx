import { clickUnlessOff } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import css from './icon-button.module.css';

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, for those who do not see the icon, and on hovering. */
  readonly label: string;
  readonly href?: string;
  readonly onClick?: (event: MouseEvent) => void;
  readonly isOff?: boolean;
  readonly isPressed?: boolean;
  readonly shortcut?: string;
}

export function IconButton({ icon, label, href, onClick, isOff = false, isPressed, shortcut }: IconButtonProps) {
  if (href !== undefined) {
    return (
      <a class={css.iconButton} href={href} onClick={onClick} aria-label={label} title={label}>
        <Icon name={icon} />
      </a>
    );
  }
  return (
    <button
      class={css.iconButton}
      type="button"
      onClick={clickUnlessOff({ isOff, onClick })}
      aria-label={label}
      title={label}
      aria-disabled={isOff ? 'true' : undefined}
      aria-pressed={isPressed}
      aria-keyshortcuts={shortcut}
    >
      <Icon name={icon} />
    </button>
  );
}
