import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeckCard, ModuleSummary } from '#content/compiled.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { CardFace } from '../card-face.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './review-screen.module.css';

interface StudyAheadProps {
  readonly cards: readonly DeckCard[];
  readonly model: ReviewModel;
  /** For the colour of each card's module. */
  readonly modules: readonly ModuleSummary[];
  readonly onEnd: () => void;
}

/** Cards that are not due yet, the nearest first. It grades nothing and moves no date. */
export function StudyAhead({ cards, model, modules, onEnd }: StudyAheadProps) {
  const [at, setAt] = useState(0);
  const [isShown, setShown] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => question.current?.focus(), [at, isShown]);
  const card = cards[at];
  if (!card) return null;
  const isLast = at === cards.length - 1;
  const goOn = () => {
    setShown(false);
    setAt(at + 1);
  };
  return (
    <div class={styles.page} data-hue={modules.find(({ id }) => id === card.module)?.hue}>
      <div class={styles.question} ref={question} tabIndex={-1} role="group" aria-label="Card">
        <Kicker>
          Ahead of its day · {at + 1} of {cards.length}
        </Kicker>
        <CardFace card={model.wordsOf(card)} isShown={isShown} />
      </div>
      <Foot hint="Nothing here is graded.">
        {!isShown && (
          <Button variant="go" onClick={() => setShown(true)}>
            Show answer
          </Button>
        )}
        {isShown && !isLast && (
          <Button variant="go" onClick={goOn}>
            Next
          </Button>
        )}
        <Button onClick={onEnd}>Stop</Button>
      </Foot>
    </div>
  );
}
