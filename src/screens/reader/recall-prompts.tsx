import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '#content/card.ts';
import { majorOf } from '#content/revision.ts';
import type { Section } from '#content/section.ts';
import type { Grade } from '#scheduling/memory.ts';
import { Button } from '#ui/button.tsx';
import { CardFace } from '../card-face.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import type { ReaderModel } from './reader-model.ts';
import { ReaderFoot } from './reader-foot.tsx';
import styles from './reader-screen.module.css';

/** The two or three things to take along: said before shown, then the reader's first cards. */
export function RecallPrompts({ section, model }: { readonly section: Section; readonly model: ReaderModel }) {
  const asked = model.recallCards[model.state.value.recalled.length];
  useEffect(() => {
    if (!asked) model.finish();
  }, [asked]);
  if (!asked) return null;
  const number = model.state.value.recalled.length + 1;
  const kicker = `From memory · ${number} of ${model.recallCards.length}`;
  return <RecallPrompt key={asked.id} card={asked} kicker={kicker} title={section.title} model={model} />;
}

interface RecallPromptProps {
  readonly card: Card;
  readonly kicker: string;
  readonly title: string;
  readonly model: ReaderModel;
}

function RecallPrompt({ card, kicker, title, model }: RecallPromptProps) {
  const [isShown, setShown] = useState(false);
  const shownAtMs = useRef(performance.now());
  const question = useRef<HTMLDivElement>(null);
  // Also when the answer shows, because the button that showed it is gone.
  useEffect(() => question.current?.focus(), [isShown]);

  const grade = (given: Grade) =>
    void model.recall(card.id, majorOf(card), given, Math.round(performance.now() - shownAtMs.current));
  useShortcuts(
    isShown
      ? { '1': () => grade('again'), '3': () => grade('good'), ' ': () => grade('good') }
      : { ' ': () => setShown(true) },
  );

  return (
    <>
      <article class={styles.text}>
        <Kicker>{kicker}</Kicker>
        <h1 class={styles.small}>{title}</h1>
        <div ref={question} tabIndex={-1} role="group" aria-label="Card">
          <CardFace card={card} isShown={isShown} />
        </div>
      </article>
      <ReaderFoot>
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
      </ReaderFoot>
    </>
  );
}
