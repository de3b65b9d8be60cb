import type { CardRow } from '#progress/rows.ts';
import { isConceptDurable } from '#scheduling/durable.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { readSettings, studyDay } from './settings.ts';
import type { Services } from './services.ts';
import { unlessUnavailable } from './unless-unavailable.ts';

/** Introduced cards by concept. */
export function cardsByConcept(deck: readonly { id: string; concept: string }[], rows: readonly CardRow[]) {
  const concepts = new Map(deck.map(({ id, concept }) => [id, concept]));
  const result = new Map<string, CardRow[]>();
  for (const row of rows) {
    const concept = concepts.get(row.card);
    if (concept === undefined || row.introducedDay === null) continue;
    const cards = result.get(concept);
    if (cards) cards.push(row);
    else result.set(concept, [row]);
  }
  return result;
}

export function durableAmong(
  byConcept: ReadonlyMap<string, readonly CardRow[]>,
  today: StudyDay,
  retention: number,
): ReadonlySet<string> {
  return new Set(
    [...byConcept].filter(([, cards]) => isConceptDurable(cards, today, retention)).map(([concept]) => concept),
  );
}

/** The ids of the concepts whose cards hold; none where the log or the deck cannot be read. */
export async function durableConcepts({
  content,
  progress,
  clock,
}: Pick<Services, 'content' | 'progress' | 'clock'>): Promise<ReadonlySet<string>> {
  const [deck, rows, { retention }] = await Promise.all([
    content.deck().catch(unlessUnavailable),
    progress.rows('card'),
    readSettings(progress),
  ]);
  if (!rows.ok || !deck) return new Set();
  return durableAmong(cardsByConcept(deck.cards, rows.value), studyDay(clock.now()), retention);
}
