import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '#content/card.ts';
import { majorOf } from '#content/revision.ts';
import type { Section } from '#content/section.ts';
import type { Grade } from '#scheduling/memory.ts';
import { Button } from '#ui/button.tsx';
import { CardFace } from '../card-face.tsx';
import { Foot } from '#ui/foot.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import type { ReaderModel } from './reader-model.ts';
import styles from './reader-screen.module.css';

/** The two or three things to take along: said before shown, then the reader's first cards. */
export function RecallPrompts({ section, model }: { readonly section: Section; readonly model: ReaderModel }) {
  const asked = model.recallCards[model.state.value.recalled.length];
  useEffect(() => {
    if (!asked) void model.finish();
  }, [asked]);
  if (!asked) return null;
  const number = model.state.value.recalled.length + 1;
  return (
    <article class={styles.text}>
      <Kicker>
        From memory · {number} of {model.recallCards.length}
      </Kicker>
      <h1>{section.title}</h1>
      <RecallPrompt key={asked.id} card={asked} model={model} />
    </article>
  );
}

function RecallPrompt({ card, model }: { readonly card: Card; readonly model: ReaderModel }) {
  const [isShown, setShown] = useState(false);
  const shownAtMs = useRef(performance.now());
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => question.current?.focus(), []);

  const grade = (given: Grade) =>
    void model.recall(card.id, majorOf(card), given, Math.round(performance.now() - shownAtMs.current));
  useShortcuts(isShown ? { '1': () => grade('again'), '3': () => grade('good'), ' ': () => grade('good') } : { ' ': () => setShown(true) });

  return (
    <>
      <div ref={question} tabIndex={-1}>
        <CardFace card={card} isShown={isShown} />
      </div>
      <Foot>
        {isShown ? (
          <>
            <Button onClick={() => grade('again')}>Missed it</Button>
            <Button variant="go" onClick={() => grade('good')}>
              Had it
            </Button>
          </>
        ) : (
          <Button variant="go" onClick={() => setShown(true)}>
            Show answer
          </Button>
        )}
      </Foot>
    </>
  );
}
