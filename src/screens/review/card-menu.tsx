import type { DeckCard } from '#content/compiled.ts';
import { Button } from '#ui/button.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { announce } from '#ui/live-region.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './review-screen.module.css';

const loadRewordDialog = async () => (await import('./reword-dialog.tsx')).RewordDialog;

interface CardMenuProps {
  readonly card: DeckCard;
  readonly model: ReviewModel;
  readonly isRewording: boolean;
  readonly onReword: (isOpen: boolean) => void;
}

/** What else can be done with a card: put it off a day, put it away, say it in one's own words. */
export function CardMenu({ card, model, isRewording, onReword }: CardMenuProps) {
  const bury = async () => {
    if (await model.bury()) announce('Put off until tomorrow.');
  };
  const suspend = async () => {
    if (await model.suspend()) announce('Put away. You find it on its concept’s page.');
  };
  return (
    <>
      <Disclosure summary="This card">
        <div class={styles.menu}>
          <Button onClick={() => void bury()}>Not today</Button>
          <Button onClick={() => void suspend()}>Put away</Button>
          <Button onClick={() => onReword(true)}>Reword</Button>
        </div>
      </Disclosure>
      {isRewording && <Deferred load={loadRewordDialog} props={{ card, model, onClose: () => onReword(false) }} />}
    </>
  );
}
