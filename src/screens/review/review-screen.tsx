import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeckCard, TrackIndex } from '#content/compiled.ts';
import { majorOf } from '#content/revision.ts';
import { grades, type Grade } from '#scheduling/memory.ts';
import { describeDue } from '#scheduling/study-day.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { Foot } from '#ui/foot.tsx';
import { Grades } from '#ui/grades.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { shortcutsEnabled, useShortcuts } from '#ui/shortcuts.ts';
import { CardFace } from '../card-face.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { CardMenu } from './card-menu.tsx';
import { CardOrigin } from './card-origin.tsx';
import { createReviewModel, type ReviewModel } from './review-model.ts';
import styles from './review-screen.module.css';

export const reviewScreen: Screen<TrackIndex> = {
  load: async (_params, content) => {
    // The deck is the model's to read; asked for here, a page that cannot have it says so.
    const [track] = await Promise.all([content.track(), content.deck()]);
    return track;
  },
  title: () => 'Review',
  View: ReviewView,
};

const loadReviewOver = async () => (await import('./review-over.tsx')).ReviewOver;

function ReviewView({ data: { modules } }: { readonly data: TrackIndex }) {
  const services = useServices();
  const model = useMemo(() => createReviewModel(services), []);
  useEffect(() => void model.load(), []);
  const { queue, session, counts, fault, isWriting } = model.state.value;
  const card = model.card.value;
  const isOpen = card !== undefined;
  // A reload would lose what is not written yet.
  const isHeld = isOpen || isWriting;
  useEffect(() => (isHeld ? services.navigation.holdUpdates() : undefined), [isHeld]);
  useReviewKeys(model);

  return (
    <div class={styles.page} data-hue={modules.find(({ id }) => id === card?.module)?.hue}>
      <h1 class="hidden-text">Review</h1>
      <PageHeader
        title={queue && isOpen ? `${counts.at} of ${counts.of}` : 'Review'}
        isHeading={false}
        back={{ path: '/', name: 'Today' }}
        end={queue && <IconButton icon="undo" label="Undo" isOff={isWriting} onClick={() => void model.undo()} />}
      />
      <StorageNotice fault={fault} onRetry={() => void model.retry()} />
      {!queue && !fault && (
        <p class="read">
          Say each answer to yourself before you look. Then say how well you knew it: that sets the day on which the
          card comes back.
        </p>
      )}
      {card && <OpenCard key={`${card.id} ${session.answered}`} card={card} model={model} />}
      {queue && !isHeld && <Deferred load={loadReviewOver} props={{ model, queue, modules }} />}
    </div>
  );
}

/** As in Anki: Space shows, then takes Good; 1 to 4 grade; U undoes. */
function useReviewKeys(model: ReviewModel) {
  const { isShown } = model.state.value;
  const grading = Object.fromEntries(grades.map((grade, index) => [String(index + 1), () => void model.grade(grade)]));
  useShortcuts({
    ' ': () => (isShown ? void model.grade('good') : model.show()),
    ...(isShown && grading),
    u: () => void model.undo(),
  });
}

function OpenCard({ card, model }: { readonly card: DeckCard; readonly model: ReviewModel }) {
  const { isShown, asked, queue } = model.state.value;
  const question = useRef<HTMLDivElement>(null);
  const [isRewording, setRewording] = useState(false);
  // Also when the answer shows, because the button that showed it is gone.
  useEffect(() => question.current?.focus({ preventScroll: true }), [isShown]);
  const concept = queue?.deck.concepts.find(({ id }) => id === card.concept);
  const isRestarted = asked?.row && asked.row.major > 0 && asked.row.major < majorOf(card);
  return (
    <>
      <div class={styles.question} ref={question} tabIndex={-1} role="group" aria-label="Card">
        <Kicker>{concept?.name ?? card.concept}</Kicker>
        <CardFace card={model.wordsOf(card)} isShown={isShown} />
      </div>
      {isRestarted && <p class="quiet">This card starts again: {card.revReason}</p>}
      {isShown && <CardOrigin card={card} sources={queue?.deck.sources ?? []} />}
      <CardMenu card={card} model={model} isRewording={isRewording} onReword={setRewording} />
      <Answering model={model} />
    </>
  );
}

function Answering({ model }: { readonly model: ReviewModel }) {
  const { isShown, asked, isWriting } = model.state.value;
  const hasKeys = shortcutsEnabled.value;
  if (!isShown) {
    return (
      <Foot hint="You can stop here, it is saved" keys="Space shows the answer · U undoes">
        <Button variant="go" onClick={model.show}>
          Show answer
        </Button>
      </Foot>
    );
  }
  return (
    <Foot keys="Keys 1–4 · Space is Good · U undoes">
      <Grades
        due={dueWords(asked)}
        onGrade={(grade) => void model.grade(grade)}
        isOff={!asked || isWriting}
        hasKeys={hasKeys}
      />
    </Foot>
  );
}

function dueWords(asked: ReviewModel['state']['value']['asked']): Readonly<Record<Grade, string>> {
  const words = (grade: Grade) => (asked ? describeDue(asked.dueDays[grade], asked.today) : '');
  return { again: asked ? 'in this sitting' : '', hard: words('hard'), good: words('good'), easy: words('easy') };
}
