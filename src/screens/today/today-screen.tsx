import { useEffect, useMemo } from 'preact/hooks';
import type { TrackIndex } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { DayDots } from '#ui/day-dots.tsx';
import { Mark } from '#ui/mark.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { FirstVisit } from './first-visit.tsx';
import { NextStepSheet } from './next-step-sheet.tsx';
import { createTodayModel, type Fresh, type MonthDay } from './today-model.ts';
import styles from './today-screen.module.css';

export const todayScreen: Screen<TrackIndex> = {
  load: (_params, content) => content.track(),
  title: () => 'Today',
  View: TodayView,
};

/**
 * The prerendered page holds both faces; `data-returning` on the document, set before the first paint, shows one of
 * them. Once the log was read, it decides.
 */
function TodayView({ data: track }: { readonly data: TrackIndex }) {
  const services = useServices();
  const model = useMemo(() => createTodayModel(services, track), []);
  useEffect(() => model.watch(), []);
  const state = model.state.value;
  const face = state === null ? 'unknown' : state.isFirstVisit ? 'first' : 'returning';
  return (
    <div class={styles.page} data-face={face}>
      <PageHeader title="Today" start={<Mark />} />
      <StorageNotice fault={model.fault.value} onRetry={() => void model.load()} />
      {services.device.wasEmptied.value && <Emptied />}
      {face !== 'returning' && (
        <div class={styles.first}>
          <FirstVisit track={track} onAnswer={model.answerHook} />
        </div>
      )}
      {face !== 'first' && (
        <div class={styles.returning}>
          <NextStepSheet step={state?.step ?? null} />
          {model.fresh.value && <KeepFresh fresh={model.fresh.value} />}
          {state && <Month days={state.month} />}
        </div>
      )}
    </div>
  );
}

function Emptied() {
  return (
    <Notice actions={<Button href={href('/you/#backup')}>Restore a backup</Button>}>
      You have been here before, but this browser’s storage is empty now: it was cleared, or the browser made room. A
      backup brings everything back.
    </Notice>
  );
}

function KeepFresh({ fresh: { cards, minutes, concepts } }: { readonly fresh: Fresh }) {
  if (cards === 0) return null;
  return (
    <Sheet as="section" labelledBy="keep-fresh">
      <div class="row">
        <h2 class={styles.small} id="keep-fresh">
          Keep fresh
        </h2>
        <span class="quiet end">
          {cards} {cards === 1 ? 'card' : 'cards'} · {minutes} min
        </span>
      </div>
      <p class="quiet">{concepts.join(', ')}</p>
      <Button href={href('/review/')}>Review</Button>
    </Sheet>
  );
}

function Month({ days }: { readonly days: readonly MonthDay[] }) {
  const done = days.filter(({ isDone }) => isDone).length;
  const label = `${done} ${done === 1 ? 'day' : 'days'} this month`;
  return (
    <section class={styles.month}>
      <p class="quiet">{label}</p>
      <DayDots
        label={label}
        days={days.map(({ dayOfMonth, isDone, isToday }) => ({
          label: `Day ${dayOfMonth}${isDone ? ': studied' : ''}${isToday ? ' (today)' : ''}`,
          isDone,
          isToday,
        }))}
      />
    </section>
  );
}
