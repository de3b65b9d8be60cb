import { signal } from '@preact/signals';
import { cardsByConcept, durableAmong } from '#services/durable-concepts.ts';
import { readSettings, studyDay } from '#services/settings.ts';
import type { Services } from '#services/services.ts';

/** How well a concept is kept; one that is not named is new. */
export type ConceptMemory = 'kept' | 'learning' | 'durable';

/** The memory of each concept that is not new, kept in step with the log. */
export function createConceptsModel({ progress, content, clock }: Services) {
  const memories = signal<ReadonlyMap<string, ConceptMemory> | null>(null);

  const load = async () => {
    const [rows, kept, { retention }] = await Promise.all([
      progress.rows('card'),
      progress.rows('concept'),
      readSettings(progress),
    ]);
    if (!rows.ok || !kept.ok) return;
    const deck = rows.value.length > 0 ? (await content.deck()).cards : [];
    const begun = cardsByConcept(deck, rows.value);
    const durable = durableAmong(begun, studyDay(clock.now()), retention);
    const wanted = kept.value.filter(({ isKept }) => isKept);
    memories.value = new Map<string, ConceptMemory>([
      ...wanted.map(({ concept }) => [concept, 'kept'] as const),
      ...[...begun.keys()].map((concept) => [concept, durable.has(concept) ? 'durable' : 'learning'] as const),
    ]);
  };

  return {
    memories,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      return progress.subscribe((kinds) => {
        if (kinds.has('card') || kinds.has('concept') || kinds.has('settings')) void load();
      });
    },
  };
}
