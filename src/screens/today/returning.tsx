import { useEffect, useMemo } from 'preact/hooks';
import type { TrackIndex } from '#content/compiled.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Prose } from '#figures/prose.tsx';
import { Button } from '#ui/button.tsx';
import { DayDots } from '#ui/day-dots.tsx';
import { Kicker } from '#ui/kicker.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { StorageNotice } from '../storage-notice.tsx';
import { NextStepSheet } from './next-step-sheet.tsx';
import type { PuzzleOffer } from './puzzle-offer.ts';
import { createTodayModel, type Fresh, type MonthDay, type TodayState } from './today-model.ts';
import type { Face } from './today-screen.tsx';
import styles from './today-screen.module.css';

interface ReturningProps {
  readonly track: TrackIndex;
  /** Told what the log says of this device: somebody has learned here, or not. */
  readonly onFace: (face: Face) => void;
}

/** What waits for a learner who has been here: the next step, the cards of the day, the month. */
export function Returning({ track, onFace }: ReturningProps) {
  const services = useServices();
  const model = useMemo(() => createTodayModel(services, track), []);
  useEffect(() => model.watch(), []);
  const state = model.state.value;
  const fault = model.fault.value;
  const face = faceOf(state, fault);
  useEffect(() => onFace(face), [face]);
  return (
    <>
      <StorageNotice fault={fault} onRetry={() => void model.load()} />
      {services.device.wasEmptied.value && <Emptied />}
      {state && !state.isFirstVisit && <NextStepSheet step={state.step} />}
      {model.fresh.value && <KeepFresh fresh={model.fresh.value} />}
      {model.offer.value && <PuzzleSheet offer={model.offer.value} />}
      {state && !state.isFirstVisit && <Month days={state.month} />}
    </>
  );
}

function faceOf(state: TodayState | null, fault: StorageFault | null): Face {
  if (state === null) return fault === null ? 'unknown' : 'unreadable';
  return state.isFirstVisit ? 'first' : 'returning';
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

function PuzzleSheet({ offer: { puzzle, concept, ask, hue, isBegun } }: { readonly offer: PuzzleOffer }) {
  return (
    <Sheet as="section" labelledBy="puzzle" hue={hue}>
      <Kicker>Puzzle · {concept}</Kicker>
      <h2 class={styles.small} id="puzzle">
        {puzzle.title}
      </h2>
      <p class="quiet">
        <Prose text={ask} />
      </p>
      <Button href={href(`/puzzles/${puzzle.id}/`)}>{isBegun ? 'Go on' : 'Play'}</Button>
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
