import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModuleSummary } from '#content/compiled.ts';
import type { CardRow } from '#progress/rows.ts';
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
  readonly modules: readonly ModuleSummary[];
}

/** The day a card is asked next, as seen from the end of today's review: what still waits comes tomorrow. */
const comesOn = ({ dueDay, buriedUntil }: CardRow, today: number) => Math.max(dueDay ?? 0, buriedUntil ?? 0, today + 1);

/** Nothing more for today: what was done, and when the next card comes. */
export function ReviewOver({ model, modules, queue: { rows, cards, today } }: ReviewOverProps) {
  const [isAhead, setAhead] = useState(false);
  const over = useRef<HTMLDivElement>(null);
  const { answered } = model.state.value.session;
  const isArrival = useRef(answered === 0);
  // Where a card had the focus, it is gone. Who has just arrived has the focus on the heading.
  useEffect(() => {
    if (!isArrival.current) over.current?.focus();
    isArrival.current = false;
  }, [isAhead]);
  const asked = [...rows.values()].filter((row) => row.dueDay !== null && !row.isSuspended && cards.has(row.card));
  const ahead = asked
    .filter(({ dueDay }) => (dueDay ?? 0) > today)
    .sort((one, other) => (one.dueDay ?? 0) - (other.dueDay ?? 0));
  const next = asked.reduce((first, row) => Math.min(first, comesOn(row, today)), Number.POSITIVE_INFINITY);
  const isDone = answered > 0 || asked.some(({ lastDay }) => lastDay === today);
  if (isAhead) {
    const nearest = ahead.flatMap(({ card }) => cards.get(card) ?? []);
    return <StudyAhead cards={nearest} model={model} modules={modules} onEnd={() => setAhead(false)} />;
  }
  return (
    <>
      <div ref={over} tabIndex={-1}>
        <EmptyState title={isDone ? 'Done for today' : 'Nothing is due'}>
          {answered > 0 && `${answered} ${answered === 1 ? 'answer' : 'answers'} kept. `}
          {asked.length > 0
            ? `The next card comes ${describeDue(next, today)}.`
            : 'Cards come from the sections you read.'}
        </EmptyState>
      </div>
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
