/** What a concept's page tells of each card: whether it is asked, when, and how likely it is to be recalled now. */
import type { DeckCard } from '#content/compiled.ts';
import { majorOf } from '#content/revision.ts';
import type { CardRow } from '#progress/rows.ts';
import { recallProbability } from '#scheduling/forgetting-curve.ts';
import { describeDue, type StudyDay } from '#scheduling/study-day.ts';

export type Standing =
  | { readonly kind: 'new' }
  | { readonly kind: 'suspended' }
  /** `recall` is the probability, 0 to 1, of recalling it on the day it was asked for. */
  | { readonly kind: 'learning'; readonly dueDay: StudyDay; readonly recall: number };

export interface StandingCard {
  readonly card: DeckCard;
  /** As this learner has them: their own words, or the course's. */
  readonly words: Pick<DeckCard, 'prompt' | 'answer' | 'note'>;
  readonly standing: Standing;
}

export function standingCard(card: DeckCard, row: CardRow | undefined, today: StudyDay): StandingCard {
  const own = row?.reworded;
  return {
    card,
    words: own ? { prompt: own.prompt, answer: own.answer } : card,
    standing: standingOf(card, row, today),
  };
}

/** A newer major revision of the content makes a card new again. */
function standingOf(card: DeckCard, row: CardRow | undefined, today: StudyDay): Standing {
  if (row?.isSuspended) return { kind: 'suspended' };
  if (row === undefined || row.memory === null || row.dueDay === null || row.lastDay === null) return { kind: 'new' };
  if (row.major < majorOf(card)) return { kind: 'new' };
  return {
    kind: 'learning',
    dueDay: Math.max(row.dueDay, row.buriedUntil ?? row.dueDay),
    recall: recallProbability(row.memory, Math.max(0, today - row.lastDay)),
  };
}

export function standingWords(standing: Standing, today: StudyDay): string {
  switch (standing.kind) {
    case 'new':
      return 'new';
    case 'suspended':
      return 'put away: it is not asked';
    case 'learning':
      return `next review ${describeDue(standing.dueDay, today)} · recall now about ${Math.round(standing.recall * 100)} %`;
  }
}

/** "2 new, 1 learning, 1 put away" */
export function countWords(cards: readonly StandingCard[]): string {
  const names = { new: 'new', learning: 'learning', suspended: 'put away' } as const;
  return (['new', 'learning', 'suspended'] as const)
    .map((kind) => ({ kind, count: cards.filter(({ standing }) => standing.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${names[kind]}`)
    .join(', ');
}
