import { signal } from '@preact/signals';
import type { TrackIndex } from '#content/compiled.ts';
import type { DayRow, SectionRow } from '#progress/rows.ts';
import { nextStep, type NextStep } from '#progress/next-step.ts';
import { localDateOf, studyDayOf, type StudyDay } from '#scheduling/study-day.ts';
import type { Services } from '#services/services.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { puzzleToOffer, type PuzzleOffer } from './puzzle-offer.ts';

export interface Fresh {
  readonly cards: number;
  readonly minutes: number;
  /** Names of the first few concepts. */
  readonly concepts: readonly string[];
}

export interface MonthDay {
  readonly day: StudyDay;
  readonly dayOfMonth: number;
  readonly isDone: boolean;
  readonly isToday: boolean;
}

export interface TodayState {
  /** Nobody has done anything here yet. */
  readonly isFirstVisit: boolean;
  readonly step: NextStep;
  readonly month: readonly MonthDay[];
}

const isStudied = (row: DayRow) => row.graded + row.sectionsRead + row.checksFinished + row.puzzlesSolved > 0;

/** The days of today's month, up to today. */
export function monthUntil(today: StudyDay, rows: readonly DayRow[]): readonly MonthDay[] {
  const studied = new Set(rows.filter(isStudied).map(({ day }) => day));
  const length = localDateOf(today).day;
  return Array.from({ length }, (_, index) => {
    const day = today - length + 1 + index;
    return { day, dayOfMonth: index + 1, isDone: studied.has(day), isToday: day === today };
  });
}

export function createTodayModel(services: Services, track: TrackIndex) {
  const { progress, content, clock, device } = services;
  const state = signal<TodayState | null>(null);
  const fresh = signal<Fresh | null>(null);
  const offer = signal<PuzzleOffer | null>(null);
  const fault = signal<StorageFault | null>(null);

  /** Changes may follow each other closely: the last load counts. */
  let loads = 0;

  const loadFresh = async (load: number) => {
    const { todaysQueue } = await import('#services/todays-queue.ts');
    const queue = await todaysQueue(services).catch(unlessUnavailable);
    if (!queue?.ok || load !== loads) return;
    const { entries, minutes, cards, deck } = queue.value;
    const names = new Map(deck.concepts.map(({ id, name }) => [id, name]));
    const concepts = entries.map(({ card }) => names.get(cards.get(card)?.concept ?? '') ?? '');
    fresh.value = { cards: entries.length, minutes, concepts: [...new Set(concepts)].slice(0, 3) };
    device.setBadge(entries.length);
  };

  const loadOffer = async (load: number, sections: readonly SectionRow[]) => {
    const [rows, index, concepts] = await Promise.all([
      progress.rows('puzzle'),
      content.puzzles().catch(unlessUnavailable),
      content.deck().catch(unlessUnavailable),
    ]);
    if (!rows.ok || !index || !concepts || load !== loads) return;
    offer.value = puzzleToOffer(
      { ...index, modules: track.modules, concepts: concepts.concepts },
      sections,
      rows.value,
    );
  };

  const load = async () => {
    const own = ++loads;
    const [sections, checks, days, concepts] = await Promise.all([
      progress.rows('section'),
      progress.rows('check'),
      progress.rows('day'),
      progress.rows('concept'),
    ]);
    if (own !== loads) return;
    for (const rows of [sections, checks, days, concepts]) if (!rows.ok) fault.value = rows.fault;
    if (!sections.ok || !checks.ok || !days.ok || !concepts.ok) return;
    fault.value = null;
    const { at, offset } = clock.now();
    const isFirstVisit = [sections, days, concepts].every(({ value }) => value.length === 0);
    state.value = {
      isFirstVisit,
      step: nextStep(track.modules, sections.value, checks.value),
      month: monthUntil(studyDayOf(at, offset), days.value),
    };
    if (isFirstVisit) fresh.value = offer.value = null;
    else await Promise.all([loadFresh(own), loadOffer(own, sections.value)]);
  };

  return {
    state,
    fresh,
    offer,
    fault,
    load,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      const stop = progress.subscribe(() => void load());
      return () => {
        loads++;
        stop();
      };
    },
  };
}
