import type { Concept } from '#content/track.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import type { Hue } from '#ui/hue.ts';
import type { ConceptMemory } from './concepts-model.ts';
import styles from './concepts-screen.module.css';

interface ConceptEntryProps {
  readonly concept: Concept;
  /** `null` until the log was read; left out where it is not told. */
  readonly memory?: ConceptMemory | 'new' | null;
  /** Its module's, where the list is of several modules. */
  readonly hue?: Hue | undefined;
  /** The name of the concept it hangs below. */
  readonly below?: string | undefined;
}

const memoryWords: Record<ConceptMemory | 'new', string> = {
  new: 'new',
  kept: 'kept',
  learning: 'learning',
  durable: 'durable',
};

/** One concept in a list: all of it leads to its page. */
export function ConceptEntry({ concept: { id, name, meaning }, memory, hue, below }: ConceptEntryProps) {
  return (
    <li class={styles.entry} data-hue={hue} data-memory={memory}>
      <div class={styles.name}>
        <a href={href(`/concepts/${id}/`)}>{name}</a>
        {memory !== undefined && <span class={styles.memory}>{memory && memoryWords[memory]}</span>}
      </div>
      <p class="quiet">
        <Prose text={meaning} />
        {below !== undefined && (
          <span class={styles.below}>
            <span class="hidden-text">. Below </span>
            {below}
          </span>
        )}
      </p>
    </li>
  );
}
