import { computed, signal } from '@preact/signals';
import { variantOf } from '#assessment/check-draw.ts';
import { mark } from '#assessment/mark.ts';
import { presented, type Presented } from '#assessment/presented.ts';
import type { Confidence, Marked, Response } from '#assessment/response.ts';
import { hashText } from '#base/random.ts';
import type { CheckBank } from '#content/compiled.ts';
import type { Item } from '#content/item.ts';
import type { EventBody } from '#progress/event.ts';
import type { CheckAnswer, CheckRow } from '#progress/rows.ts';
import { describeDue } from '#scheduling/study-day.ts';
import { ask } from '#services/grading.ts';
import { studyDay } from '#services/settings.ts';
import type { Services } from '#services/services.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { checkAnswered } from './answer-event.ts';
import { attemptsAt, nextItem, openAttempt, resultOf, startAttempt, withAnswer } from './check-attempt.ts';
import { draftOf, emptyDraft, responseOf, withKey, type Draft } from './draft.ts';
import { createWriteQueue } from '../write-queue.ts';

/** An answer that was given; a variant's has no confidence, because nothing is made of it. */
export interface Given extends Marked {
  readonly response: Response;
  readonly confidence: Confidence | null;
}

/** The item on the screen. */
export interface OpenItem {
  readonly item: Item;
  /** Asked after a miss: not scored, and not written down. */
  readonly isVariant: boolean;
  readonly shown: Presented;
  readonly draft: Draft;
  readonly given: Given | null;
  /** When a missed item's card comes back, in words. */
  readonly comesBack: string | null;
}

interface CheckState {
  /** Of this module, the newest first; `null` until the log was read. */
  readonly attempts: readonly CheckRow[] | null;
  /** The attempt on the screen: its answers as given, kept or on their way. */
  readonly attempt: CheckRow | null;
  /** How many of its answers are not kept yet. */
  readonly unkept: number;
  readonly open: OpenItem | null;
  readonly fault: StorageFault | null;
}

export type CheckModel = ReturnType<typeof createCheckModel>;

export function createCheckModel(services: Services, bank: CheckBank) {
  const { progress, clock } = services;
  const state = signal<CheckState>({ attempts: null, attempt: null, unkept: 0, open: null, fault: null });
  const variantsSeen = new Set<string>();

  const set = (change: Partial<CheckState>) => {
    state.value = { ...state.value, ...change };
  };
  const setOpen = (change: Partial<OpenItem>) => {
    const { open } = state.value;
    if (open) set({ open: { ...open, ...change } });
  };
  const queue = createWriteQueue(progress, (fault) => set({ fault }));

  const response = computed(() => {
    const { open } = state.value;
    return open && !open.given ? responseOf(open.item, open.draft) : undefined;
  });

  const put = (attempt: CheckRow) => {
    const others = (state.value.attempts ?? []).filter((each) => each.attempt !== attempt.attempt);
    set({ attempt, attempts: [attempt, ...others] });
  };

  /** Shuffled by the attempt, so that it looks the same when it is resumed. */
  const show = (attempt: CheckRow, item: Item, isVariant: boolean): OpenItem => {
    const shown = presented(item, hashText(attempt.attempt));
    return { item, isVariant, shown, draft: emptyDraft, given: null, comesBack: null };
  };

  const showAnswered = (attempt: CheckRow, item: Item, answer: CheckAnswer) => {
    if (state.value.open?.item.id === item.id) return;
    set({
      attempt,
      unkept: 0,
      open: { ...show(attempt, item, false), draft: draftOf(answer.response), given: answer },
    });
    if (!answer.isRight) void tellReturn(item);
  };

  /** The next item of the attempt, or its result. */
  const goOn = (attempt: CheckRow) => {
    const item = nextItem(attempt, bank);
    if (item === undefined && attempt.result === null) finish(attempt);
    set({ open: item === undefined ? null : show(attempt, item, false) });
  };

  /** An attempt whose last open items have left the bank ends with what was answered. */
  const finish = (attempt: CheckRow) => {
    const finished = withResult(attempt);
    put(finished.attempt);
    void queue.add(() => progress.record([finished.event], clock.now()));
  };

  const withResult = (attempt: CheckRow): { readonly attempt: CheckRow; readonly event: EventBody } => {
    const { right, of, passed } = resultOf(attempt, bank);
    const result = { right, of, passed, at: clock.now().at };
    const event = {
      kind: 'checkFinished',
      attempt: attempt.attempt,
      module: attempt.module,
      right,
      of,
      passed,
    } as const;
    return { attempt: { ...attempt, result }, event };
  };

  /** Says when the card of a missed item comes back, as the log has it. */
  const tellReturn = async ({ id, card }: Item) => {
    const row = await progress.row('card', card);
    if (!row.ok || state.value.open?.item.id !== id) return;
    const { dueDay = null, isSuspended = false } = row.value ?? {};
    setOpen({ comesBack: dueDay === null || isSuspended ? null : describeDue(dueDay, studyDay(clock.now())) });
  };

  /** Writes an answer, and the end of the check with the last one, in one transaction. */
  const writeAnswer = (attempt: CheckRow, item: Item, answer: CheckAnswer, end: EventBody | null) => async () => {
    const asked = await ask(services, item.card, bank.cardMajors[item.card] ?? 1);
    if (!asked.ok) return asked;
    const body = checkAnswered(attempt, answer, asked.value);
    const result = await progress.record(end ? [body, end] : [body], clock.now());
    if (!result.ok) return result;
    if (state.value.attempt?.attempt === attempt.attempt) set({ unkept: state.value.unkept - 1 });
    if (!answer.isRight) await tellReturn(item);
    return result;
  };

  const readAttempts = async () => {
    const rows = await progress.rows('check');
    if (rows.ok) set({ attempts: attemptsAt(bank.module.id, rows.value), fault: null });
    // Where nothing can be read, a check can still be taken; it is said that it will not be kept.
    else set({ attempts: [], fault: rows.fault });
  };

  /** `place` is an answered item or an attempt with a result; nothing else leads away from an item that is open. */
  const openPlace = (place: string) => {
    const { attempts, attempt: shown, open } = state.value;
    const finished = attempts?.find(({ attempt, result }) => attempt === place && result !== null);
    if (finished) return set({ attempt: finished, unkept: 0, open: null });
    const attempt = attempts?.find(({ answers }) => answers.some(({ item }) => item === place));
    const answer = attempt?.answers.find(({ item }) => item === place);
    const item = bank.items.find(({ id }) => id === place);
    if (attempt && answer && item) showAnswered(attempt, item, answer);
    else if (place === '' && shown?.result && open === null) set({ attempt: null });
  };

  return {
    state,
    /** What the address names: an answered item, or an attempt with a result. */
    place: computed(() => {
      const { open, attempt } = state.value;
      if (open === null) return attempt?.attempt ?? '';
      if (open.isVariant) return attempt?.answers.at(-1)?.item ?? '';
      return open.given ? open.item.id : '';
    }),
    /** The answer that stands ready to be given. */
    response,

    /** Reads the log, then shows the place that the address names. */
    load: async (place: string) => {
      await readAttempts();
      openPlace(place);
    },

    openPlace,

    /** Draws anew and asks the first item. */
    begin: () => {
      const { attempts } = state.value;
      if (attempts === null) return;
      const attempt = startAttempt(bank, attempts, services.newSeed(), clock.now().at);
      variantsSeen.clear();
      put(attempt);
      set({ unkept: 0 });
      const { attempt: id, module, items } = attempt;
      void queue.add(() => progress.record([{ kind: 'checkStarted', attempt: id, module, items }], clock.now()));
      goOn(attempt);
    },

    resume: () => {
      const attempt = openAttempt(state.value.attempts ?? []);
      if (!attempt) return;
      set({ attempt, unkept: 0 });
      goOn(attempt);
    },

    /** Changes the answer while it is being put together. */
    change: (part: Partial<Draft>) => {
      const { open } = state.value;
      if (open && !open.given) setOpen({ draft: { ...open.draft, ...part } });
    },

    pressKey: (index: number) => {
      const { open } = state.value;
      if (open && !open.given) setOpen({ draft: withKey(open.item, open.shown, open.draft, index) });
    },

    /** Gives the answer, once: saying how sure one is commits it. */
    answer: (confidence: Confidence) => {
      const { open, attempt } = state.value;
      const given = response.peek();
      if (!open || open.isVariant || !attempt || !given) return;
      const answer: CheckAnswer = {
        item: open.item.id,
        objective: open.item.objective,
        response: given,
        ...mark(open.item, given),
        confidence,
      };
      const answered = withAnswer(attempt, answer);
      const end = nextItem(answered, bank) === undefined ? withResult(answered) : null;
      put(end ? end.attempt : answered);
      set({ unkept: state.value.unkept + 1 });
      // What the rule for a miss says; the log may know better, and then it is corrected.
      setOpen({ given: answer, comesBack: answer.isRight ? null : 'tomorrow' });
      void queue.add(writeAnswer(attempt, open.item, answer, end?.event ?? null));
    },

    answerVariant: () => {
      const { open } = state.value;
      const given = response.peek();
      if (open?.isVariant && given)
        setOpen({ given: { response: given, ...mark(open.item, given), confidence: null } });
    },

    /** Another item like the one that was missed; `null` where there is none that this attempt has not shown or kept for later. */
    variant: (): Item | null => {
      const { open, attempt } = state.value;
      if (!open || !attempt || open.given?.isRight !== false) return null;
      const exclude = new Set([...attempt.items, ...variantsSeen]);
      return variantOf(open.item, bank.items, hashText(`${attempt.attempt} ${open.item.id}`), exclude) ?? null;
    },

    askVariant: (item: Item) => {
      const { attempt } = state.value;
      if (!attempt) return;
      variantsSeen.add(item.id);
      set({ open: show(attempt, item, true) });
    },

    next: () => {
      const { open, attempt } = state.value;
      if (attempt && open?.given) goOn(attempt);
    },

    retry: async () => {
      await queue.flush();
      if (state.value.fault === null && state.value.attempt === null) await readAttempts();
    },
  };
}
