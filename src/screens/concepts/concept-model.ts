import { signal } from '@preact/signals';
import type { Concept } from '#content/track.ts';
import type { EventBody } from '#progress/event.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { studyDay } from '#services/settings.ts';
import type { StorageFault } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';
import { standingCard, type StandingCard } from './card-standing.ts';

interface ConceptState {
  readonly isKept: boolean;
  readonly today: StudyDay;
  /** In the order they are taught. */
  readonly cards: readonly StandingCard[];
  /** New cards that join the reviews only when the concept is kept: their section is not read. */
  readonly waiting: number;
}

export type ConceptModel = ReturnType<typeof createConceptModel>;

/** A concept's cards and what the learner remembers of them, kept in step with the log. */
export function createConceptModel({ progress, content, clock }: Services, concept: Concept) {
  const state = signal<ConceptState | null>(null);
  const fault = signal<StorageFault | null>(null);
  /** How many items of its module's check ask about it. */
  const items = signal(0);
  let pending: EventBody | null = null;

  const load = async () => {
    const [deck, rows, sections, puzzles, kept] = await Promise.all([
      content.deck(),
      progress.rows('card'),
      progress.rows('section'),
      progress.rows('puzzle'),
      progress.row('concept', concept.id),
    ]);
    for (const result of [rows, sections, puzzles, kept]) if (!result.ok) fault.value = result.fault;
    const byCard = new Map(rows.ok ? rows.value.map((row) => [row.card, row]) : []);
    const read = new Set(
      sections.ok ? sections.value.filter(({ isRead }) => isRead).map(({ section }) => section) : [],
    );
    const won = new Set(puzzles.ok ? puzzles.value.flatMap((puzzle) => puzzle.cards) : []);
    const today = studyDay(clock.now());
    const cards = deck.cards
      .filter((card) => card.concept === concept.id)
      .map((card) => standingCard(card, byCard.get(card.id), today));
    state.value = {
      isKept: kept.ok && kept.value?.isKept === true,
      today,
      cards,
      waiting: cards.filter(
        ({ card, standing }) =>
          standing.kind === 'new' && !(card.section && read.has(card.section)) && !won.has(card.id),
      ).length,
    };
  };

  const loadItems = async () => {
    const bank = await content.check(concept.module);
    items.value = bank?.items.filter((item) => item.concept === concept.id).length ?? 0;
  };

  const write = async (body: EventBody): Promise<boolean> => {
    pending = body;
    const result = await progress.record([body], clock.now());
    fault.value = result.ok ? null : result.fault;
    if (result.ok) pending = null;
    return result.ok;
  };

  return {
    state,
    fault,
    items,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      void loadItems();
      return progress.subscribe((kinds) => {
        if (kinds.has('card') || kinds.has('concept') || kinds.has('section') || kinds.has('puzzle')) void load();
      });
    },
    /** Each resolves to whether it was written. */
    keep: () => write({ kind: 'conceptKept', concept: concept.id }),
    drop: () => write({ kind: 'conceptDropped', concept: concept.id }),
    bringBack: (card: string) => write({ kind: 'cardResumed', card }),
    retry: async () => {
      if (pending) await write(pending);
      else fault.value = null;
      await load();
    },
  };
}
