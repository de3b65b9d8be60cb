import { useState } from 'preact/hooks';
import { describeDue } from '#scheduling/study-day.ts';
import { href } from '#services/navigation-service.ts';
import type { TodaysQueue } from '#services/todays-queue.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Foot } from '#ui/foot.tsx';
import { InstallOffer } from '../install-offer.tsx';
import type { ReviewModel } from './review-model.ts';
import { StudyAhead } from './study-ahead.tsx';

interface ReviewOverProps {
  readonly model: ReviewModel;
  readonly queue: TodaysQueue;
}

/** Nothing more for today: what was done, and when the next card comes. */
export function ReviewOver({ model, queue }: ReviewOverProps) {
  const [isAhead, setAhead] = useState(false);
  const { answered } = model.state.value.session;
  const ahead = [...queue.rows.values()]
    .filter((row) => row.dueDay !== null && row.dueDay > queue.today && !row.isSuspended && queue.cards.has(row.card))
    .sort((one, other) => (one.dueDay ?? 0) - (other.dueDay ?? 0));
  const next = ahead[0]?.dueDay;
  if (isAhead) {
    return <StudyAhead cards={ahead.flatMap(({ card }) => queue.cards.get(card) ?? [])} model={model} onEnd={() => setAhead(false)} />;
  }
  return (
    <>
      <EmptyState title={answered > 0 ? 'Done for today' : 'Nothing is due'}>
        {answered > 0 && `${answered} ${answered === 1 ? 'answer' : 'answers'} kept. `}
        {next != null ? `The next card comes ${describeDue(next, queue.today)}.` : 'Cards come from the sections you read.'}
      </EmptyState>
      {answered > 0 && <InstallOffer />}
      <Foot>
        <Button variant="go" href={href('/')}>
          Go to Today
        </Button>
        {ahead.length > 0 && <Button onClick={() => setAhead(true)}>Look ahead, without grades</Button>}
      </Foot>
    </>
  );
}
