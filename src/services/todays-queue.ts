/** Today's review, put together from the log's rows and the deck. Shared by Today, which counts it, and Review, which asks it. */
import { ok, type Result } from '#base/result.ts';
import type { Deck, DeckCard } from '#content/compiled.ts';
import { majorOf } from '#content/revision.ts';
import type { Settings } from '#progress/event.ts';
import type { CardRow } from '#progress/rows.ts';
import { type QueuedCard, reviewQueue } from '#scheduling/queue.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import type { StorageFault } from '#storage/progress-store.ts';
import { readSettings, studyDay } from './settings.ts';
import type { Services } from './services.ts';

export interface TodaysQueue {
  readonly entries: readonly QueuedCard[];
  /** How long it takes, in whole minutes, at least 1 where there is a card. */
  readonly minutes: number;
  readonly deck: Deck;
  readonly cards: ReadonlyMap<string, DeckCard>;
  readonly rows: ReadonlyMap<string, CardRow>;
  readonly today: StudyDay;
  readonly settings: Settings;
}

const SECONDS_PER_CARD = 20;
/** More than fits in any day's minutes, and far less than a whole collection. */
const MOST_DUE = 2_000;

export async function todaysQueue(
  services: Pick<Services, 'content' | 'progress' | 'clock'>,
): Promise<Result<TodaysQueue, StorageFault>> {
  const { content, progress, clock } = services;
  const today = studyDay(clock.now());
  const [deck, settings, due, all, sections, concepts, puzzles, days] = await Promise.all([
    content.deck(),
    readSettings(progress),
    progress.dueCards(today, MOST_DUE),
    progress.rows('card'),
    progress.rows('section'),
    progress.rows('concept'),
    progress.rows('puzzle'),
    progress.rows('day'),
  ]);
  if (!due.ok) return due;
  if (!all.ok) return all;
  if (!sections.ok) return sections;
  if (!concepts.ok) return concepts;
  if (!puzzles.ok) return puzzles;
  if (!days.ok) return days;

  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const rows = new Map(all.value.map((row) => [row.card, row]));
  const read = new Set(sections.value.filter(({ isRead }) => isRead).map(({ section }) => section));
  const kept = new Set(concepts.value.filter(({ isKept }) => isKept).map(({ concept }) => concept));
  const won = new Set(puzzles.value.flatMap((puzzle) => puzzle.cards));
  const isNew = (card: DeckCard) => {
    const row = rows.get(card.id);
    if (!row) return true;
    const isHidden = row.isSuspended || (row.buriedUntil ?? today) > today;
    return !isHidden && (row.memory === null || row.major < majorOf(card));
  };
  const isAvailable = (card: DeckCard) =>
    (card.section !== undefined && read.has(card.section)) ||
    kept.has(card.concept) ||
    won.has(card.id) ||
    (rows.get(card.id)?.major ?? 0) > 0;
  const studied = days.value.filter(({ graded }) => graded > 0).map(({ day }) => day);
  const todaysRow = days.value.find(({ day }) => day === today);

  const entries = reviewQueue({
    cards: due.value.filter((row) => {
      const card = cards.get(row.card);
      return card !== undefined && row.major >= majorOf(card);
    }),
    newCards: deck.cards.filter((card) => isNew(card) && isAvailable(card)).map(({ id }) => id),
    deck,
    settings,
    today,
    introducedToday: todaysRow?.introduced ?? 0,
    spentMsToday: todaysRow?.reviewMs ?? 0,
    lastStudyDay: studied.length > 0 ? Math.max(...studied) : null,
    secondsPerCard: SECONDS_PER_CARD,
  });
  const minutes = Math.ceil((entries.length * SECONDS_PER_CARD) / 60);
  return ok({ entries, minutes, deck, cards, rows, today, settings });
}
