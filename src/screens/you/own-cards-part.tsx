import { useRef } from 'preact/hooks';
import { Prose } from '#figures/prose.tsx';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { announce } from '#ui/live-region.tsx';
import { hiddenBlank } from '#ui/markup.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { counted } from './counted.ts';
import { Part } from './part.tsx';
import type { OwnCard, YouModel } from './you-model.ts';
import styles from './you-screen.module.css';

/** What the learner made of single cards: their own words, and those put away. */
export function OwnCardsPart({ model }: { readonly model: YouModel }) {
  const state = model.state.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const act = async (written: Promise<boolean>, words: string) => {
    if (!(await written)) return;
    announce(words);
    // The button that was pressed has gone with its card.
    heading.current?.focus();
  };
  const restore = ({ card }: OwnCard) => act(model.restoreWords(card.id), 'The course’s words are back.');
  const bringBack = ({ card }: OwnCard) => act(model.bringBack(card.id), 'The card is back in your reviews.');
  return (
    <Part title="Your cards" headingRef={heading}>
      {state && state.reworded.length + state.putAway.length > 0 && (
        <Sheet tone="list">
          {state.reworded.length > 0 && (
            <Disclosure summary={`${counted(state.reworded.length, 'card')} in your words`}>
              <ul class={styles.cards}>
                {state.reworded.map((own) => (
                  <Reworded key={own.card.id} own={own} onRestore={() => void restore(own)} />
                ))}
              </ul>
            </Disclosure>
          )}
          {state.putAway.length > 0 && (
            <Disclosure summary={`${counted(state.putAway.length, 'card')} put away`}>
              <ul class={styles.cards}>
                {state.putAway.map((own) => (
                  <PutAway key={own.card.id} own={own} onBringBack={() => void bringBack(own)} />
                ))}
              </ul>
            </Disclosure>
          )}
        </Sheet>
      )}
      <p class="quiet">
        In a review, “This card” lets you put a card away or say it in your own words. You find both here.
      </p>
    </Part>
  );
}

interface RewordedProps {
  readonly own: OwnCard;
  readonly onRestore: () => void;
}

function Reworded({ own: { card, row }, onRestore }: RewordedProps) {
  return (
    <li>
      <p class="ask">
        <Prose text={row.reworded?.prompt ?? ''} />
      </p>
      {row.reworded?.answer && (
        <p>
          <Prose text={row.reworded.answer} />
        </p>
      )}
      <p class="quiet">
        The course says: <Prose text={card.prompt} />
      </p>
      <Button onClick={onRestore}>Restore the course’s words</Button>
    </li>
  );
}

interface PutAwayProps {
  readonly own: OwnCard;
  readonly onBringBack: () => void;
}

function PutAway({ own: { card, row }, onBringBack }: PutAwayProps) {
  return (
    <li>
      <p class="ask">
        <Prose text={row.reworded?.prompt ?? card.prompt} blank={hiddenBlank} />
      </p>
      <Button onClick={onBringBack}>Bring back</Button>
    </li>
  );
}
