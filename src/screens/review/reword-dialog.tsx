import { useState } from 'preact/hooks';
import type { DeckCard } from '#content/compiled.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './review-screen.module.css';

export interface RewordDialogProps {
  readonly card: DeckCard;
  readonly model: ReviewModel;
  readonly onClose: () => void;
}

/** The learner's own words for a card. */
export function RewordDialog({ card, model, onClose }: RewordDialogProps) {
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
      isOpen
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
