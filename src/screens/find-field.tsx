import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { KeyHint } from '#ui/key-hint.tsx';
import { shortcutsEnabled, useShortcuts } from '#ui/shortcuts.ts';
import styles from './find-field.module.css';

interface FindFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** What the words lead to: "12 of 89". Seen only; whoever changes it announces it. */
  readonly count?: string | undefined;
  readonly elementRef?: RefObject<HTMLInputElement | null>;
}

/** A field that finds as one types. "/" goes to it. */
export function FindField({ label, value, onInput, count, elementRef }: FindFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const field = elementRef ?? own;
  useShortcuts({
    '/': () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  return (
    <form class={styles.find} role="search" data-print="no" onSubmit={(event) => event.preventDefault()}>
      <label class={styles.label}>
        <span>{label}</span>
        <input
          ref={field}
          class={styles.input}
          type="search"
          value={value}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
      <p class={styles.count}>{count ?? (shortcutsEnabled.value && <KeyHint>/</KeyHint>)}</p>
    </form>
  );
}
