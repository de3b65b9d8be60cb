import { useState } from 'preact/hooks';
import type { DeckCard } from '#content/compiled.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { announce } from '#ui/live-region.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './review-screen.module.css';

interface CardMenuProps {
  readonly card: DeckCard;
  readonly model: ReviewModel;
  readonly isRewording: boolean;
  readonly onReword: (isOpen: boolean) => void;
}

/** What else can be done with a card: put it off a day, put it away, say it in one's own words. */
export function CardMenu({ card, model, isRewording, onReword }: CardMenuProps) {
  const bury = () => {
    void model.bury();
    announce('Put off until tomorrow.');
  };
  const suspend = () => {
    void model.suspend();
    announce('Put away. You find it on its concept’s page.');
  };
  return (
    <>
      <Disclosure summary="This card">
        <div class={styles.menu}>
          <Button onClick={bury}>Not today</Button>
          <Button onClick={suspend}>Put away</Button>
          <Button onClick={() => onReword(true)}>Reword</Button>
        </div>
      </Disclosure>
      <RewordDialog card={card} model={model} isOpen={isRewording} onClose={() => onReword(false)} />
    </>
  );
}

interface RewordDialogProps {
  readonly card: DeckCard;
  readonly model: ReviewModel;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function RewordDialog({ card, model, isOpen, onClose }: RewordDialogProps) {
  const words = model.wordsOf(card);
  const [prompt, setPrompt] = useState(words.prompt);
  const [answer, setAnswer] = useState(words.answer ?? '');
  const save = (newPrompt: string, newAnswer: string) => {
    void model.reword(newPrompt, newAnswer);
    onClose();
  };
  return (
    <Dialog
      title="In your words"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => save('', '')}>Restore the course’s</Button>
          <Button variant="go" isOff={prompt.trim() === ''} onClick={() => save(prompt.trim(), answer.trim())}>
            Keep
          </Button>
        </>
      }
    >
      <label class={styles.field}>
        <span>Question</span>
        <textarea rows={3} value={prompt} onInput={(event) => setPrompt(event.currentTarget.value)} />
      </label>
      <label class={styles.field}>
        <span>Answer</span>
        <textarea rows={3} value={answer} onInput={(event) => setAnswer(event.currentTarget.value)} />
      </label>
    </Dialog>
  );
}
