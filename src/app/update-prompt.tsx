import { Button } from '#ui/button.tsx';
import styles from './update-prompt.module.css';

/** A new version waits; the learner says when. */
export function UpdatePrompt({ onApply }: { readonly onApply: () => void }) {
  return (
    <aside class={styles.prompt} aria-label="New version">
      <span>A new version is here.</span>
      <Button variant="go" onClick={onApply}>
        New version: reload
      </Button>
    </aside>
  );
}
