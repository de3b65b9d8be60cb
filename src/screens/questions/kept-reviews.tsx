import { useState } from 'preact/hooks';
import type { Question } from '#content/track.ts';
import type { DesignReviewRow } from '#progress/rows.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Foot } from '#ui/foot.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { announce } from '#ui/live-region.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { systemName, type DesignReviewModel } from './design-review-model.ts';
import styles from './design-review-screen.module.css';

interface KeptReviewsProps {
  /** Newest first. */
  readonly reviews: readonly DesignReviewRow[];
  readonly model: DesignReviewModel;
  readonly questions: readonly Question[];
}

export function KeptReviews({ reviews, model, questions }: KeptReviewsProps) {
  const [leaving, setLeaving] = useState<DesignReviewRow | null>(null);
  return (
    <>
      <h2 class={styles.listTitle} tabIndex={-1}>
        Your reviews
      </h2>
      {reviews.length === 0 ? (
        <EmptyState title="No reviews yet">Name a system of your own, and put the six questions to it.</EmptyState>
      ) : (
        <Sheet tone="list">
          {reviews.map((review) => (
            <div key={review.review} class={styles.kept}>
              <button type="button" onClick={() => model.open(review)}>
                <span>{systemName(review)}</span>
                <span class="quiet">
                  {questions.filter(({ id }) => review.answers[id]?.trim()).length} of {questions.length} answered
                </span>
              </button>
              <IconButton icon="cross" label={`Delete ${systemName(review)}`} onClick={() => setLeaving(review)} />
            </div>
          ))}
        </Sheet>
      )}
      <Foot>
        <Button variant="go" onClick={model.begin}>
          New review
        </Button>
      </Foot>
      <DeleteDialog review={leaving} model={model} onClose={() => setLeaving(null)} />
    </>
  );
}

interface DeleteDialogProps {
  readonly review: DesignReviewRow | null;
  readonly model: DesignReviewModel;
  readonly onClose: () => void;
}

function DeleteDialog({ review, model, onClose }: DeleteDialogProps) {
  const remove = async () => {
    if (review === null) return;
    onClose();
    if (!(await model.remove(review.review))) return;
    announce(`Deleted ${systemName(review)}.`);
    // The button that opened the dialog went with its row.
    document.querySelector<HTMLElement>('main h2[tabindex]')?.focus();
  };
  return (
    <Dialog
      title={review ? `Delete ${systemName(review)}?` : 'Delete'}
      isOpen={review !== null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="go" onClick={() => void remove()}>
            Delete
          </Button>
        </>
      }
    >
      <p>Its answers go from this list, here and on your other devices.</p>
    </Dialog>
  );
}
