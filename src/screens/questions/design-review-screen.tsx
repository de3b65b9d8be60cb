import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { QuestionPages } from '#content/compiled.ts';
import { useServices } from '#services/services.ts';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { createDesignReviewModel, type DesignReviewModel } from './design-review-model.ts';
import styles from './design-review-screen.module.css';
import { KeptReviews } from './kept-reviews.tsx';
import { ReviewForm } from './review-form.tsx';
import { WorkedExamples } from './worked-examples.tsx';

export const designReviewScreen: Screen<QuestionPages> = {
  load: (_params, content) => content.questions(),
  title: () => 'Design review',
  View: DesignReviewView,
};

function DesignReviewView({ data: pages }: { readonly data: QuestionPages }) {
  const { questions } = pages;
  const services = useServices();
  const model = useMemo(() => createDesignReviewModel(services), []);
  useEffect(() => model.watch(), []);
  useNothingLost(model);
  const { kept, draft, fault } = model.state.value;
  const place = draft?.review ?? (kept === null ? null : 'list');
  useFocusOnChange(place);
  return (
    <div class={styles.page}>
      <PageHeader title="Design review" back={{ path: '/questions/', name: 'Questions to ask' }} />
      <StorageNotice fault={fault} onRetry={() => void model.retry()} />
      {pages.workedExamples.length > 0 && <WorkedExamples pages={pages} />}
      {place === null && <p class="read">Name a system of your own, and put the six questions to it.</p>}
      {place !== null && draft && <ReviewForm key={draft.review} draft={draft} model={model} questions={questions} />}
      {kept !== null && !draft && <KeptReviews reviews={kept} model={model} questions={questions} />}
    </div>
  );
}

/** Saves when the app is put away, and keeps the update prompt quiet while something is not saved. */
function useNothingLost(model: DesignReviewModel) {
  const { navigation } = useServices();
  const isSaved = model.isSaved.value;
  useEffect(() => (isSaved ? undefined : navigation.holdUpdates()), [isSaved]);
  useEffect(() => {
    const save = () => {
      if (document.visibilityState === 'hidden') void model.save();
    };
    document.addEventListener('visibilitychange', save);
    return () => document.removeEventListener('visibilitychange', save);
  }, []);
}

/** From the list to a review and back, the keyboard goes along. The first of them is not a change. */
function useFocusOnChange(place: string | null) {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current !== null && shown.current !== place) {
      document.querySelector<HTMLElement>('main h2[tabindex]')?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    shown.current = place;
  }, [place]);
}
