import { Button } from '#ui/button.tsx';
import type { Updates } from './app-navigation.ts';
import styles from './update-prompt.module.css';

/** A new version waits; the learner says when. */
export function UpdatePrompt({ updates }: { readonly updates: Updates }) {
  if (!updates.isOffered.value) return null;
  return (
    <aside class={styles.prompt} aria-label="New version">
      <span>A new version is here.</span>
      <Button variant="go" onClick={updates.apply}>
        New version: reload
      </Button>
    </aside>
  );
}
