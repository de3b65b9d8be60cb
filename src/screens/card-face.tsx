import { Prose } from '#figures/prose.tsx';
import type { Card } from '#content/card.ts';
import { hiddenBlank } from '#ui/markup.tsx';
import styles from './card-face.module.css';

interface CardFaceProps {
  readonly card: Pick<Card, 'prompt' | 'answer' | 'note'>;
  readonly isShown: boolean;
}

/** A card: what is asked and, once shown, the answer. A cloze shows its words in their place. */
export function CardFace({ card: { prompt, answer, note }, isShown }: CardFaceProps) {
  return (
    <div class={styles.face}>
      <p class={styles.prompt}>{isShown ? <Prose text={prompt} /> : <Prose text={prompt} blank={hiddenBlank} />}</p>
      {isShown && (answer !== undefined || note !== undefined) && (
        <>
          <hr />
          {answer !== undefined && (
            <p class={styles.answer}>
              <Prose text={answer} />
            </p>
          )}
          {note !== undefined && (
            <p class="quiet">
              <Prose text={note} />
            </p>
          )}
        </>
      )}
    </div>
  );
}
