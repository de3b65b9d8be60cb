import { randomFrom } from '#base/random.ts';
import { type QueueRequest, reviewQueue } from '#scheduling/queue.ts';

const CARDS = 100_000;
const CONCEPTS = 200;
const TODAY = 20_500;
const RUNS = 15;

/** How long it takes to order a queue from 100,000 due cards: on a usual day, after a pause, and with all of them asked. */
export function benchQueue(): { readonly name: string; readonly value: number; readonly unit: string }[] {
  const usual = requestOf(CARDS);
  const everything = { ...usual, settings: { newCardsPerDay: 10, reviewMinutesPerDay: CARDS } };
  return [
    { name: 'due queue, 100,000 cards', value: medianMs(usual), unit: 'ms' },
    {
      name: 'due queue, 100,000 cards, after a pause',
      value: medianMs({ ...usual, lastStudyDay: TODAY - 30 }),
      unit: 'ms',
    },
    { name: 'due queue, 100,000 cards, all of them asked', value: medianMs(everything), unit: 'ms' },
  ];
}

/** A day on which all of `count` cards are due. */
export function requestOf(count: number): QueueRequest {
  const random = randomFrom(1);
  const below = (limit: number): number => Math.floor(random() * limit);
  const concepts = Array.from({ length: CONCEPTS }, (_, index) => `concept-${index}`);
  const cards = Array.from({ length: count }, (_, index) => ({
    id: `card-${index}`,
    concept: concepts[below(CONCEPTS)] ?? '',
  }));
  return {
    cards: cards.map(({ id }) => ({
      card: id,
      dueDay: TODAY - below(60),
      lastDay: TODAY - 60 - below(60),
      memory: { stability: 1 + below(60), difficulty: 1 + below(10) },
      isSureAndWrong: random() < 0.01,
      isSuspended: false,
      buriedUntil: null,
    })),
    deck: { cards, lookAlikes: concepts.slice(1).map((concept, index) => [concept, concepts[index] ?? '']) },
    newCards: [],
    today: TODAY,
    settings: { newCardsPerDay: 10, reviewMinutesPerDay: 15 },
    introducedToday: 0,
    spentMsToday: 0,
    lastStudyDay: TODAY - 1,
    secondsPerCard: 8,
  };
}

function medianMs(request: QueueRequest): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    reviewQueue(request);
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Number.NaN;
}
