import { computed, signal } from '@preact/signals';
import type { DeckCard } from '#content/compiled.ts';
import { majorOf } from '#content/revision.ts';
import type { EventBody } from '#progress/event.ts';
import type { CardRow } from '#progress/rows.ts';
import type { Grade } from '#scheduling/memory.ts';
import { currentCard, gradeCurrent, removeCard, sessionCounts, startSession, undoStep, type Session } from '#scheduling/session.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { ask, cardGraded, type Asked } from '#services/grading.ts';
import { studyDay } from '#services/settings.ts';
import type { Services } from '#services/services.ts';
import { todaysQueue, type TodaysQueue } from '#services/todays-queue.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { lastGradeIn } from './last-grade.ts';

/** What one undo takes back. */
export interface Written {
  readonly card: string;
  /** The event that undo names; `null` for a suspension or a burial, which is lifted instead. */
  readonly event: string | null;
  readonly day: StudyDay;
}

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
  readonly written: readonly Written[];
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
    written: [],
  });
  let shownAtMs = 0;
  /** What failed to be written, and what to do once it is. */
  let retryWrite: (() => Promise<void>) | null = null;

  const set = (change: Partial<ReviewState>) => {
    state.value = { ...state.value, ...change };
  };

  const card = computed<DeckCard | undefined>(() => {
    const open = currentCard(state.value.session);
    return open && state.value.queue?.cards.get(open.card);
  });

  const askCurrent = async () => {
    const open = card.peek();
    if (!open) return;
    const asked = await ask(services, open.id, majorOf(open));
    if (card.peek()?.id !== open.id) return;
    set(asked.ok ? { asked: asked.value } : { fault: asked.fault });
  };

  /** Shows `session` at once, writes, and moves the counter on commit. What fails is kept for `retry`. */
  const commit = async (session: Session, bodies: readonly EventBody[], done: (ids: readonly string[]) => readonly Written[]) => {
    set({ session, isShown: false, asked: null, isWriting: true, fault: null });
    shownAtMs = clock.now().at;
    const result = await progress.record(bodies, clock.now());
    if (!result.ok) {
      retryWrite = () => commit(session, bodies, done);
      set({ fault: result.fault });
      return;
    }
    retryWrite = null;
    set({ isWriting: false, counts: sessionCounts(session), written: done(result.value.map(({ id }) => id)) });
    services.device.setBadge(session.waiting.length);
    await askCurrent();
  };

  const isBusy = () => state.value.isWriting || !card.peek();
  const push = (open: DeckCard, event: string | null) => [
    ...state.value.written,
    { card: open.id, event, day: studyDay(clock.now()) },
  ];

  const setAside = async (body: (open: DeckCard) => EventBody) => {
    const open = card.peek();
    if (!open || isBusy()) return;
    await commit(removeCard(state.value.session, open.id), [body(open)], () => push(open, null));
  };

  /** The event that takes a written step back. */
  const reversal = ({ card: id, event, day }: Written): EventBody[] =>
    event === null
      ? [
          { kind: 'cardResumed', card: id },
          { kind: 'cardBuried', card: id, until: day },
        ]
      : [{ kind: 'gradeUndone', target: event, card: id, day }];

  /** Undo reaches beyond this sitting: the last grade of the log returns to the front. */
  const undoEarlier = async () => {
    const events = await progress.events();
    if (!events.ok) return set({ fault: events.fault });
    const last = lastGradeIn(events.value);
    if (!last || !state.value.queue?.cards.has(last.card)) return;
    const waiting = state.value.session.waiting.filter((queued) => queued.card !== last.card);
    await commit({ waiting: [{ card: last.card, isNew: false }, ...waiting], answered: 0, past: null }, reversal(last), () => []);
  };

  const rowOf = (id: string): CardRow | undefined => state.value.asked?.row ?? state.value.queue?.rows.get(id);

  return {
    state,
    card,

    load: async () => {
      const queue = await todaysQueue(services);
      if (!queue.ok) return set({ fault: queue.fault });
      const session = startSession(queue.value.entries);
      set({ queue: queue.value, session, counts: sessionCounts(session), fault: null, written: [] });
      shownAtMs = clock.now().at;
      await askCurrent();
    },

    show: () => set({ isShown: card.peek() !== undefined }),

    grade: async (grade: Grade) => {
      const { session, asked, isShown } = state.value;
      const open = card.peek();
      if (!open || !asked || !isShown || isBusy()) return;
      const elapsedMs = Math.max(0, clock.now().at - shownAtMs);
      const body = cardGraded(asked, grade, 'review', elapsedMs);
      await commit(gradeCurrent(session, grade), [body], ([id]) => push(open, id ?? null));
    },

    undo: async () => {
      const { written, session, isWriting } = state.value;
      if (isWriting) return;
      const last = written.at(-1);
      if (last) await commit(undoStep(session), reversal(last), () => written.slice(0, -1));
      else await undoEarlier();
    },

    suspend: () => setAside((open) => ({ kind: 'cardSuspended', card: open.id })),
    bury: () => setAside((open) => ({ kind: 'cardBuried', card: open.id, until: studyDay(clock.now()) + 1 })),

    /** The learner's own words for the open card; empty strings restore the course's. */
    reword: async (prompt: string, answer: string) => {
      const open = card.peek();
      if (!open) return;
      const result = await progress.record([{ kind: 'cardReworded', card: open.id, prompt, answer }], clock.now());
      if (!result.ok) return set({ fault: result.fault });
      await askCurrent();
    },

    /** The words of a card as this learner has them. */
    wordsOf: (open: DeckCard) => {
      const own = rowOf(open.id)?.reworded;
      return own ? { prompt: own.prompt, answer: own.answer } : open;
    },

    retry: async () => {
      if (retryWrite) await retryWrite();
      else if (state.value.queue === null) {
        const queue = await todaysQueue(services);
        if (!queue.ok) return set({ fault: queue.fault });
        const session = startSession(queue.value.entries);
        set({ queue: queue.value, session, counts: sessionCounts(session), fault: null });
      }
      await askCurrent();
    },
  };
}
