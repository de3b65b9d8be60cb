import { computed, signal } from '@preact/signals';
import type { DeckCard } from '#content/compiled.ts';
import { majorOf } from '#content/revision.ts';
import type { EventBody, LogEvent } from '#progress/event.ts';
import type { CardRow } from '#progress/rows.ts';
import type { Grade } from '#scheduling/memory.ts';
import {
  currentCard,
  gradeCurrent,
  removeCard,
  sessionCounts,
  startSession,
  undoStep,
  type Session,
} from '#scheduling/session.ts';
import { ask, cardGraded, type Asked } from '#services/grading.ts';
import { studyDay } from '#services/settings.ts';
import type { Services } from '#services/services.ts';
import { todaysQueue, type TodaysQueue } from '#services/todays-queue.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { createWriteQueue } from '../write-queue.ts';
import { lastGradeIn, undoing } from './last-grade.ts';

/** The events that take one step back. */
type Reversal = readonly EventBody[];

interface ReviewState {
  readonly queue: TodaysQueue | null;
  readonly session: Session;
  /** The promise of the open card; `null` until it was read. */
  readonly asked: Asked | null;
  readonly isShown: boolean;
  /** Moves when an answer is kept, not when the next card is painted. */
  readonly counts: { readonly at: number; readonly of: number };
  /** A write is under way: a second answer waits for it. */
  readonly isWriting: boolean;
  readonly fault: StorageFault | null;
  /** One for each step of this sitting, the last one last. */
  readonly reversals: readonly Reversal[];
}

const empty = startSession([]);

export type ReviewModel = ReturnType<typeof createReviewModel>;

export function createReviewModel(services: Services) {
  const { progress, clock } = services;
  const state = signal<ReviewState>({
    queue: null,
    session: empty,
    asked: null,
    isShown: false,
    counts: sessionCounts(empty),
    isWriting: false,
    fault: null,
    reversals: [],
  });
  let shownAtMs = 0;

  const set = (change: Partial<ReviewState>) => {
    state.value = { ...state.value, ...change };
  };
  /** Everything asked of the log goes through it, so that what fails stands still until it is tried again. */
  const work = createWriteQueue(progress, (fault) => {
    if (fault !== state.value.fault) set({ fault });
  });

  const card = computed<DeckCard | undefined>(() => {
    const open = currentCard(state.value.session);
    return open && state.value.queue?.cards.get(open.card);
  });

  /** The promise of the open card or, where none is left, the rows that say when the next one comes. */
  const readOn = async () => {
    const open = card.peek();
    if (open) {
      const asked = await ask(services, open.id, majorOf(open));
      if (asked.ok && card.peek()?.id === open.id) set({ asked: asked.value });
      return asked;
    }
    const rows = await progress.rows('card');
    const { queue } = state.value;
    if (rows.ok && queue)
      set({ queue: { ...queue, rows: new Map(rows.value.map((row) => [row.card, row])) }, isWriting: false });
    return rows;
  };

  /** Shows `session` at once, writes, and moves the counter on commit. */
  const commit = (
    session: Session,
    bodies: readonly EventBody[],
    reversals: (written: readonly LogEvent[]) => readonly Reversal[],
  ) => {
    const time = clock.now();
    shownAtMs = time.at;
    set({ session, isShown: false, asked: null, isWriting: true });
    return work.add(async () => {
      const written = await progress.record(bodies, time);
      if (!written.ok) return written;
      // The end is shown once it is known when the next card comes.
      set({ isWriting: !currentCard(session), counts: sessionCounts(session), reversals: reversals(written.value) });
      void work.add(readOn);
      return written;
    });
  };

  const isBusy = () => state.value.isWriting || !card.peek();
  const rowOf = (id: string): CardRow | undefined => {
    const { asked, queue } = state.value;
    return asked?.card === id ? asked.row : queue?.rows.get(id);
  };

  /** Takes the open card out; true when that is kept. */
  const setAside = async (body: (card: string) => EventBody) => {
    const open = card.peek();
    if (!open || isBusy()) return false;
    const { session, reversals } = state.value;
    const until = rowOf(open.id)?.buriedUntil ?? null;
    const reversal: EventBody[] = [{ kind: 'cardResumed', card: open.id }];
    if (until !== null) reversal.push({ kind: 'cardBuried', card: open.id, until });
    await commit(removeCard(session, open.id), [body(open.id)], () => [...reversals, reversal]);
    return state.value.fault === null;
  };

  /** Undo reaches beyond this sitting: the last grade of the log returns to the front. */
  const undoEarlier = () => {
    set({ isWriting: true });
    return work.add(async () => {
      const events = await progress.events();
      if (!events.ok) return events;
      const last = lastGradeIn(events.value);
      if (!last || !state.value.queue?.cards.has(last.card)) {
        set({ isWriting: false });
        return events;
      }
      const others = state.value.session.waiting.filter((queued) => queued.card !== last.card);
      void commit(startSession([{ card: last.card, isNew: false }, ...others]), undoing([last]), () => []);
      return events;
    });
  };

  return {
    state,
    card,

    load: () =>
      work.add(async () => {
        const queue = await todaysQueue(services);
        if (!queue.ok) return queue;
        const session = startSession(queue.value.entries);
        set({ queue: queue.value, session, counts: sessionCounts(session) });
        shownAtMs = clock.now().at;
        if (currentCard(session)) void work.add(readOn);
        return queue;
      }),

    show: () => {
      if (card.peek()) set({ isShown: true });
    },

    grade: async (grade: Grade) => {
      const { session, asked, isShown, reversals } = state.value;
      if (!asked || !isShown || isBusy()) return;
      const body = cardGraded(asked, grade, 'review', Math.max(0, clock.now().at - shownAtMs));
      await commit(gradeCurrent(session, grade), [body], (written) => [...reversals, undoing(written)]);
    },

    undo: async () => {
      const { reversals, session, isWriting } = state.value;
      if (isWriting) return;
      const last = reversals.at(-1);
      if (last) await commit(undoStep(session), last, () => reversals.slice(0, -1));
      else await undoEarlier();
    },

    suspend: () => setAside((id) => ({ kind: 'cardSuspended', card: id })),
    bury: () => setAside((id) => ({ kind: 'cardBuried', card: id, until: studyDay(clock.now()) + 1 })),

    /** The learner's own words for the open card; empty strings restore the course's. */
    reword: async (prompt: string, answer: string) => {
      const open = card.peek();
      if (!open) return;
      const time = clock.now();
      await work.add(() => progress.record([{ kind: 'cardReworded', card: open.id, prompt, answer }], time));
      await work.add(readOn);
    },

    /** The words of a card as this learner has them. */
    wordsOf: (open: DeckCard) => {
      const own = rowOf(open.id)?.reworded;
      return own ? { prompt: own.prompt, answer: own.answer } : open;
    },

    /** Tries again what failed, and what waits behind it. */
    retry: work.flush,
  };
}
