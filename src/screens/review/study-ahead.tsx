import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeckCard } from '#content/compiled.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { CardFace } from '../card-face.tsx';
import type { ReviewModel } from './review-model.ts';

interface StudyAheadProps {
  readonly cards: readonly DeckCard[];
  readonly model: ReviewModel;
  readonly onEnd: () => void;
}

/** Cards that are not due yet, the nearest first. It grades nothing and moves no date. */
export function StudyAhead({ cards, model, onEnd }: StudyAheadProps) {
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
    <>
      <div ref={question} tabIndex={-1} role="group" aria-label="Card">
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
    </>
  );
}
