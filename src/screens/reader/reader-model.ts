import { computed, signal } from '@preact/signals';
import type { ModuleContent } from '#content/compiled.ts';
import type { Block, Section } from '#content/section.ts';
import type { EventBody } from '#progress/event.ts';
import type { Grade } from '#scheduling/memory.ts';
import type { Services } from '#services/services.ts';
import type { StorageFault } from '#services/progress-service.ts';
import { createWriteQueue } from '../write-queue.ts';

/** What one walks through: the guess, the screens, the recall prompts, the end. */
export type Step =
  | { readonly kind: 'guess' }
  | { readonly kind: 'screen'; readonly screen: Section['screens'][number] }
  | { readonly kind: 'recall' }
  | { readonly kind: 'end' };

interface ReaderState {
  /** Index into the steps. */
  readonly at: number;
  /** Choices by prompt: `guess` and the figures' block ids. */
  readonly choices: Readonly<Record<string, string>>;
  readonly recalled: readonly { readonly card: string; readonly grade: Grade }[];
  readonly isRead: boolean;
  /** The last write failed; `retry` tries it again. */
  readonly fault: StorageFault | null;
  readonly isLoaded: boolean;
}

export function stepsOf(section: Section): readonly Step[] {
  const screens = section.screens.map((screen) => ({ kind: 'screen', screen }) as const);
  return [{ kind: 'guess' }, ...screens, { kind: 'recall' }, { kind: 'end' }];
}

/** The step that shows a block, or -1. */
export function stepOfBlock(section: Section, block: string): number {
  const screen = section.screens.findIndex(({ blocks }) => blocks.some(({ id }) => id === block));
  return screen < 0 ? -1 : screen + 1;
}

export type ReaderModel = ReturnType<typeof createReaderModel>;

export function createReaderModel(services: Services, { recallCards }: ModuleContent, section: Section) {
  const { progress, clock } = services;
  const steps = stepsOf(section);
  const state = signal<ReaderState>({ at: 0, choices: {}, recalled: [], isRead: false, fault: null, isLoaded: false });
  /** The place was chosen here; what is kept of it no longer counts. */
  let isMoved = false;
  let isFinished = false;

  const set = (change: Partial<ReaderState>) => {
    state.value = { ...state.value, ...change };
  };
  /** What cannot be written is kept, and said. Reading goes on meanwhile. */
  const work = createWriteQueue(progress, (fault) => {
    if (fault !== state.value.fault) set({ fault });
  });

  const write = (body: EventBody) => {
    const time = clock.now();
    return work.add(() => progress.record([body], time));
  };

  const reached = (at: number) =>
    write({ kind: 'sectionReached', section: section.id, module: section.module, screen: at });

  const goTo = (at: number) => {
    const next = Math.max(0, Math.min(at, steps.length - 1));
    if (next === state.value.at) return;
    isMoved = true;
    set({ at: next });
    void reached(next);
  };

  const choose = (prompt: string, choice: string, isRight: boolean) => {
    set({ choices: { ...state.value.choices, [prompt]: choice } });
    void write({ kind: 'promptAnswered', prompt: `${section.id}#${prompt}`, choice, isRight });
  };

  const loadChoices = async () => {
    const figures = section.screens.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'figure'));
    const prompts = ['guess', ...figures.map(({ id }) => id)];
    const rows = await Promise.all(prompts.map((prompt) => progress.row('prompt', `${section.id}#${prompt}`)));
    const found = rows.flatMap((row, index) => (row.ok && row.value ? [[prompts[index], row.value.choice]] : []));
    return Object.fromEntries(found) as Record<string, string>;
  };

  return {
    steps,
    state,
    step: computed(() => steps[state.value.at] as Step),
    recallCards: section.recall.flatMap((id) => recallCards.filter((card) => card.id === id)),

    /** Opens at `block` where one is named, else at the kept place; a read section starts over. */
    load: (block: string | null) =>
      work.add(async () => {
        const [row, choices] = await Promise.all([progress.row('section', section.id), loadChoices()]);
        const kept = row.ok && row.value && !row.value.isRead ? row.value.screen : 0;
        const named = block === null ? -1 : stepOfBlock(section, block);
        const at = isMoved ? state.value.at : Math.min(named >= 0 ? named : kept, steps.length - 1);
        const isRead = state.value.isRead || (row.ok && row.value?.isRead === true);
        set({ at, choices: { ...choices, ...state.value.choices }, isRead, isLoaded: true });
        if (row.ok && row.value === undefined && !isMoved) void reached(at);
        return row;
      }),

    /** Goes to the screen of a block; what is named outside the text is left to the browser. */
    showBlock: (block: string) => {
      const at = stepOfBlock(section, block);
      if (at >= 0) goTo(at);
    },

    forward: () => goTo(state.value.at + 1),
    /** From the end back to the text: in one sitting nothing is asked from memory twice. */
    back: () => goTo(state.value.at - (state.value.at === steps.length - 1 ? 2 : 1)),
    goTo,

    guess: (choice: string) => {
      const option = section.guess.options.find(({ id }) => id === choice);
      choose('guess', choice, option?.isRight === true);
    },

    predict: (figure: Extract<Block, { kind: 'figure' }>, choice: string) =>
      choose(figure.id, choice, choice === figure.prediction.answer),

    /** Grades a recall prompt: the card's first grade, or one more if it was met before. */
    recall: async (card: string, major: number, grade: Grade, elapsedMs: number) => {
      const { recalled } = state.value;
      if (recalled.some((each) => each.card === card)) return;
      set({ recalled: [...recalled, { card, grade }] });
      const time = clock.now();
      await work.add(async () => {
        const { ask, cardGraded } = await import('#services/grading.ts');
        const asked = await ask({ progress, clock: { now: () => time } }, card, major);
        return asked.ok ? progress.record([cardGraded(asked.value, grade, 'recall', elapsedMs)], time) : asked;
      });
    },

    /** The section is read: written once a sitting. */
    finish: () => {
      isMoved = true;
      set({ at: steps.length - 1, isRead: true });
      if (isFinished) return;
      isFinished = true;
      void write({ kind: 'sectionRead', section: section.id, module: section.module });
    },

    /** Tries again what failed, and what waits behind it. */
    retry: work.flush,
  };
}
