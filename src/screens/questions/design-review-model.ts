import { computed, signal } from '@preact/signals';
import type { EventBody } from '#progress/event.ts';
import type { DesignReviewRow } from '#progress/rows.ts';
import type { StorageFault } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';

/** The review that is being written. */
export interface Draft {
  readonly review: string;
  readonly system: string;
  /** By the question's id. */
  readonly answers: Readonly<Record<string, string>>;
}

interface DesignReviewState {
  /** Newest first; `null` until the log was read. */
  readonly kept: readonly DesignReviewRow[] | null;
  /** `null` while the list is shown. */
  readonly draft: Draft | null;
  /** What the log holds of the draft; `null` while it holds nothing. */
  readonly saved: Draft | null;
  readonly fault: StorageFault | null;
}

export type DesignReviewModel = ReturnType<typeof createDesignReviewModel>;

export const systemName = ({ system }: Pick<Draft, 'system'>): string => system.trim() || 'A system without a name';

const filled = (answers: Draft['answers']) => Object.entries(answers).filter(([, text]) => text.trim() !== '');
const textOf = ({ system, answers }: Draft) =>
  JSON.stringify([system.trim(), filled(answers).toSorted(([one], [other]) => (one < other ? -1 : 1))]);
const isBlank = ({ system, answers }: Draft) => system.trim() === '' && filled(answers).length === 0;

/** Reviews of the learner's own systems. What is typed is in the log as soon as a field is left. */
export function createDesignReviewModel({ progress, clock, newSeed }: Services) {
  const state = signal<DesignReviewState>({ kept: null, draft: null, saved: null, fault: null });
  const set = (change: Partial<DesignReviewState>) => {
    state.value = { ...state.value, ...change };
  };

  const isSaved = computed(() => {
    const { draft, saved } = state.value;
    return draft === null || (saved === null ? isBlank(draft) : textOf(saved) === textOf(draft));
  });

  const newDraft = (): Draft => ({
    review: `${clock.now().at.toString(36)}-${newSeed().toString(36)}`,
    system: '',
    answers: {},
  });

  /** Opens an empty form where there is nothing to choose from. */
  const load = async () => {
    const rows = await progress.rows('designReview');
    if (!rows.ok) {
      set({ kept: state.value.kept ?? [], draft: state.value.draft ?? newDraft(), fault: rows.fault });
      return;
    }
    const kept = rows.value.filter(({ isDeleted }) => !isDeleted).toSorted((one, other) => other.savedAt - one.savedAt);
    const isFirst = state.value.kept === null && kept.length === 0;
    set({ kept, ...(isFirst && { draft: newDraft() }) });
  };

  const write = async (body: EventBody): Promise<boolean> => {
    const result = await progress.record([body], clock.now());
    set({ fault: result.ok ? null : result.fault });
    return result.ok;
  };

  const saveNow = async (): Promise<boolean> => {
    const { draft } = state.value;
    if (draft === null || isSaved.value) return true;
    const answers = Object.fromEntries(filled(draft.answers));
    const isWritten = await write({
      kind: 'designReviewSaved',
      review: draft.review,
      system: draft.system.trim(),
      answers,
    });
    if (isWritten && state.value.draft?.review === draft.review) set({ saved: draft });
    return isWritten;
  };

  let saving = Promise.resolve(true);
  /**
   * Writes the draft where it differs from what the log holds; resolves to whether the log now holds it. One write
   * waits for the other, so that leaving a field by tapping Save writes once.
   */
  const save = (): Promise<boolean> => (saving = saving.then(saveNow));

  return {
    state,
    isSaved,
    save,
    /** Loads, and loads again after each change; returns the end of it, which saves what is open. */
    watch: () => {
      void load();
      const stop = progress.subscribe((kinds) => {
        if (kinds.has('designReview')) void load();
      });
      return () => {
        stop();
        void save();
      };
    },
    nameSystem: (system: string) => {
      const { draft } = state.value;
      if (draft) set({ draft: { ...draft, system } });
    },
    answer: (question: string, text: string) => {
      const { draft } = state.value;
      if (draft) set({ draft: { ...draft, answers: { ...draft.answers, [question]: text } } });
    },
    begin: () => set({ draft: newDraft(), saved: null }),
    open: ({ review, system, answers }: DesignReviewRow) => {
      const draft = { review, system, answers };
      set({ draft, saved: draft });
    },
    /** Back to the list. Stays where the draft could not be saved. */
    close: async () => {
      if (await save()) set({ draft: null, saved: null });
    },
    remove: (review: string) => write({ kind: 'designReviewDeleted', review }),
    retry: async () => {
      set({ fault: null });
      await save();
      await load();
    },
  };
}
