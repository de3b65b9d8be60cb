import { useEffect, useRef } from 'preact/hooks';
import { shortcutsEnabled } from './shortcuts-enabled.ts';

export { shortcutsEnabled };

/** What a key does, by the key's name as in `KeyboardEvent.key`; letters in lower case, the space bar as ' '. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const typing = 'input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]';
/** What the arrow keys move in or through. */
const moved = 'input, [role=region]';
const pressable = 'a[href], button, summary, input, select, textarea, [role=button]';

/**
 * Single-key shortcuts while the component is on screen. A key that is being typed, or that belongs to the
 * focused control (Space and Enter on a button, arrows and digits in a field), is left to the control.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!shortcutsEnabled.value || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(typing) || document.querySelector('dialog[open]')) return;
      if ((event.key === ' ' || event.key === 'Enter') && target?.closest(pressable)) return;
      if (event.key.startsWith('Arrow') && target?.closest(moved)) return;
      const action = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
