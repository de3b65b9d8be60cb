import { assert } from '#base/assert.ts';
import type { DeckCard } from '#content/compiled.ts';
import type { CardRow } from '#progress/rows.ts';
import { dayStartMs } from '#scheduling/study-day.ts';
import type { ContentService } from '#services/content-service.ts';
import { todaysQueue } from '#services/todays-queue.ts';
import { openDatabase } from '#storage/database.ts';
import { createIndexedDbStore } from '#storage/indexeddb-store.ts';
import { storedRow } from '#storage/projecting.ts';
import { median } from '../measure.ts';
import { requestOf } from '../queue.bench.ts';

const NAME = 'bench';
const RUNS = 5;

const surroundings = {
  newToken: () => 'bench',
  setTimer: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Puts the rows of so many due cards into a database as the app has it. Its log stays empty, which no reading looks at. */
export async function fillStore(cards: number): Promise<void> {
  const database = await openDatabase(NAME, surroundings, () => {});
  assert(database.ok, 'a new database opens');
  const writing = database.value.transaction('rows', 'readwrite');
  for (const card of requestOf(cards).cards) {
    const row: CardRow = {
      ...card,
      major: 1,
      introducedDay: 20_000,
      reps: 5,
      lapses: 0,
      firstOfDay: [true, true, true],
      isLapsed: false,
      reworded: null,
      undoable: [],
    };
    void writing.store.put(storedRow(`card:${row.card}`, { row, lastTick: 1 }));
  }
  await writing.done;
  database.value.close();
}

/** In ms. */
export interface QueueTimes {
  readonly dueRead: number;
  readonly allRead: number;
  readonly whole: number;
}

/** From the database to the queue, as Today and Review do it: the whole way, and its readings alone. */
export async function timeQueue(cards: number): Promise<QueueTimes> {
  const { deck, today } = requestOf(cards);
  const progress = createIndexedDbStore({ ...surroundings, name: NAME });
  const content = {
    deck: async () => ({ ...deck, cards: deck.cards.map(deckCard), concepts: [], sources: [], tombstones: [] }),
  };
  const clock = { now: () => ({ at: dayStartMs(today, 0), offset: 0 }) };
  // Only the deck is asked for.
  const services = { content: content as unknown as ContentService, progress, clock };
  await progress.summary();
  const times = {
    dueRead: await medianMs(() => progress.dueCards(today, 2000)),
    allRead: await medianMs(() => progress.rows('card')),
    whole: await medianMs(() => todaysQueue(services)),
  };
  progress.close();
  return times;
}

const deckCard = ({ id, concept }: { readonly id: string; readonly concept: string }): DeckCard => ({
  id,
  concept,
  module: '5.1',
  paragraph: 'a#b',
  sources: [],
  angle: 'definition',
  prompt: 'What?',
  answer: 'That.',
});

async function medianMs(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < RUNS; index++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}
