import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recallProbability } from '#scheduling/forgetting-curve.ts';
import { type QueueRequest, type ReviewCard, reviewQueue } from '#scheduling/queue.ts';

const TODAY = 20_500;
const CONCEPTS = ['lease', 'lock', 'quorum', 'clock'];

/** `lease-0`, `lock-1`, … in teaching order: each card's concept is its name without the number. */
const deck: QueueRequest['deck'] = {
  cards: Array.from({ length: 60 }, (_, place) => {
    const concept = CONCEPTS[place % CONCEPTS.length] ?? '';
    return { id: `${concept}-${place}`, concept };
  }),
  lookAlikes: [['lease', 'lock']],
};
const conceptOf = (card: string): string => card.split('-')[0] ?? '';

function due(card: string, change: Partial<ReviewCard> = {}): ReviewCard {
  return {
    card,
    dueDay: TODAY,
    lastDay: TODAY - 5,
    memory: { stability: 5, difficulty: 5 },
    isSureAndWrong: false,
    isSuspended: false,
    buriedUntil: null,
    ...change,
  };
}

const request: QueueRequest = {
  cards: [],
  deck,
  newCards: [],
  today: TODAY,
  settings: { newCardsPerDay: 10, reviewMinutesPerDay: 15 },
  introducedToday: 0,
  spentMsToday: 0,
  lastStudyDay: TODAY - 1,
  secondsPerCard: 10,
};

function check(change: Partial<QueueRequest>, expected: readonly string[]): void {
  expect(reviewQueue({ ...request, ...change }).map(({ card }) => card)).toEqual(expected);
}

const ids = deck.cards.map(({ id }) => id);
const anyRequest = fc
  .record({
    chosen: fc.subarray(ids, { minLength: 0 }),
    rows: fc.array(
      fc.record({
        dueDay: fc.option(fc.integer({ min: TODAY - 40, max: TODAY + 3 })),
        lastDay: fc.integer({ min: TODAY - 90, max: TODAY + 2 }),
        memory: fc.record({
          stability: fc.double({ min: 0.1, max: 200, noNaN: true }),
          difficulty: fc.integer({ min: 1, max: 10 }),
        }),
        isSureAndWrong: fc.boolean(),
        isSuspended: fc.boolean(),
        buriedUntil: fc.option(fc.integer({ min: TODAY - 2, max: TODAY + 2 })),
      }),
      { minLength: ids.length, maxLength: ids.length },
    ),
    reviewMinutesPerDay: fc.integer({ min: 1, max: 15 }),
    newCardsPerDay: fc.nat(12),
    introducedToday: fc.nat(12),
    spentMsToday: fc.nat(600_000),
    lastStudyDay: fc.option(fc.integer({ min: TODAY - 10, max: TODAY })),
    secondsPerCard: fc.integer({ min: 3, max: 60 }),
  })
  .map(({ chosen, rows, reviewMinutesPerDay, newCardsPerDay, ...rest }): QueueRequest => ({
    ...request,
    ...rest,
    settings: { reviewMinutesPerDay, newCardsPerDay },
    cards: chosen.map((card, index) => ({ card, ...(rows[index] ?? due(card)) })),
    newCards: ids.filter((id) => !chosen.includes(id)),
  }));

test('with nothing due and nothing new, the queue is empty', () => {
  check({}, []);
});

test('cards due today or before are asked; later, suspended and buried ones are not', () => {
  check(
    {
      cards: [
        due('lease-0'),
        due('lock-1', { dueDay: TODAY - 30 }),
        due('quorum-2', { dueDay: TODAY + 1 }),
        due('clock-3', { isSuspended: true }),
        due('lease-4', { buriedUntil: TODAY + 1 }),
        due('quorum-6', { buriedUntil: TODAY }),
      ],
    },
    ['lock-1', 'lease-0', 'quorum-6'],
  );
});

test('a card that the deck no longer holds is left out', () => {
  check({ cards: [due('gone-1'), due('lease-0')], newCards: ['gone-2', 'lock-1'] }, ['lease-0', 'lock-1']);
});

test('what was sure and wrong comes first', () => {
  check({ cards: [due('lease-0', { dueDay: TODAY - 9 }), due('quorum-2'), due('clock-3', { isSureAndWrong: true })] }, [
    'clock-3',
    'lease-0',
    'quorum-2',
  ]);
});

test('after a pause, three easy cards come before the rest', () => {
  const cards = [
    due('lease-0', { lastDay: TODAY - 80 }),
    due('lock-1', { lastDay: TODAY - 9 }),
    due('quorum-2', { lastDay: TODAY - 70 }),
    due('clock-3', { lastDay: TODAY - 8 }),
    due('quorum-6', { lastDay: TODAY - 7 }),
  ];
  check({ cards, lastStudyDay: TODAY - 5 }, ['quorum-6', 'clock-3', 'lock-1', 'lease-0', 'quorum-2']);
  check({ cards, lastStudyDay: TODAY - 4 }, ['quorum-2', 'lease-0', 'lock-1', 'clock-3', 'quorum-6']);
});

test('of cards as likely to be recalled, the less difficult count as easy', () => {
  const cards = ids.slice(0, 8).map((card, index) => due(card, { memory: { stability: 5, difficulty: 9 - index } }));
  const firstThree = reviewQueue({ ...request, cards, lastStudyDay: TODAY - 6 }).slice(0, 3);
  expect(firstThree.map(({ card }) => card).sort()).toEqual(['clock-7', 'lock-5', 'quorum-6']);
});

test('a learner without any study day has no pause behind them', () => {
  const cards = [due('lease-0', { lastDay: TODAY - 80 }), due('quorum-2', { lastDay: TODAY - 1 })];
  check({ cards, lastStudyDay: null }, ['lease-0', 'quorum-2']);
});

test('look-alikes follow each other', () => {
  check({ cards: ['lease-0', 'quorum-2', 'clock-3', 'lock-5'].map((card) => due(card)) }, [
    'lease-0',
    'lock-5',
    'quorum-2',
    'clock-3',
  ]);
});

test('where minutes are short, the cards due longest are asked', () => {
  check(
    {
      cards: [due('lease-0'), due('lock-1', { dueDay: TODAY - 3 }), due('quorum-2', { dueDay: TODAY - 7 })],
      newCards: ['clock-3'],
      settings: { newCardsPerDay: 10, reviewMinutesPerDay: 1 },
      secondsPerCard: 30,
    },
    ['quorum-2', 'lock-1'],
  );
});

test('minutes are per study day: those already spent are gone', () => {
  const cards = ids.slice(0, 30).map((card) => due(card));
  const settings = { newCardsPerDay: 10, reviewMinutesPerDay: 2 };
  const lengthAfter = (spentMsToday: number): number =>
    reviewQueue({ ...request, cards, settings, spentMsToday }).length;
  expect(lengthAfter(0)).toBe(12);
  expect(lengthAfter(61_000)).toBe(6);
  expect(lengthAfter(119_999)).toBe(1);
  expect(lengthAfter(120_000)).toBe(0);
  expect(lengthAfter(500_000)).toBe(0);
});

test('new cards come in teaching order, as many as the day still allows', () => {
  const isNew = (introducedToday: number): string[] =>
    reviewQueue({ ...request, newCards: ids, introducedToday }).map(({ card }) => card);
  expect(isNew(0).sort()).toEqual(ids.slice(0, 10).sort());
  expect(isNew(8)).toEqual(ids.slice(0, 2));
  expect(isNew(10)).toEqual([]);
  expect(isNew(30)).toEqual([]);
});

test('new cards are marked as new and mixed in with the due ones', () => {
  expect(reviewQueue({ ...request, cards: [due('lease-0'), due('lease-4')], newCards: ['quorum-2'] })).toEqual([
    { card: 'lease-0', isNew: false },
    { card: 'quorum-2', isNew: true },
    { card: 'lease-4', isNew: false },
  ]);
});

test('no card is asked twice, and none that is not due or new', () => {
  fc.assert(
    fc.property(anyRequest, (given) => {
      const queue = reviewQueue(given);
      expect(new Set(queue.map(({ card }) => card)).size).toBe(queue.length);
      for (const { card, isNew } of queue) {
        const row = given.cards.find((other) => other.card === card);
        if (isNew) expect(given.newCards).toContain(card);
        else expect(row?.dueDay ?? TODAY + 1).toBeLessThanOrEqual(TODAY);
        expect(row?.isSuspended ?? false).toBe(false);
      }
    }),
  );
});

test('the queue keeps to the minutes and to the new cards of the day, and wastes neither', () => {
  fc.assert(
    fc.property(anyRequest, (given) => {
      const queue = reviewQueue(given);
      const leftMs = given.settings.reviewMinutesPerDay * 60_000 - given.spentMsToday;
      const slots = Math.max(0, Math.ceil(leftMs / (given.secondsPerCard * 1000)));
      const fresh = queue.filter(({ isNew }) => isNew).length;
      const allowed = Math.max(0, given.settings.newCardsPerDay - given.introducedToday);
      const dueCount = given.cards.filter(
        (row) => row.dueDay !== null && row.dueDay <= TODAY && !row.isSuspended && (row.buriedUntil ?? TODAY) <= TODAY,
      ).length;
      expect(queue.length - fresh).toBe(Math.min(dueCount, slots));
      expect(fresh).toBe(Math.min(allowed, given.newCards.length, slots - (queue.length - fresh)));
    }),
  );
});

test('sure and wrong, then easy after a pause, then the rest; in each part no concept twice running while another remains', () => {
  fc.assert(
    fc.property(anyRequest, (given) => {
      const queue = reviewQueue(given).map(({ card }) => card);
      const rowOf = new Map(given.cards.map((row) => [row.card, row]));
      const isFirst = (card: string): boolean => rowOf.get(card)?.isSureAndWrong ?? false;
      const firsts = queue.filter(isFirst).length;
      expect(queue.slice(0, firsts).every(isFirst)).toBe(true);

      const isAfterPause = given.lastStudyDay !== null && TODAY - given.lastStudyDay > 4;
      const others = queue.slice(firsts).filter((card) => rowOf.has(card)).length;
      const easy = isAfterPause ? Math.min(3, others) : 0;
      const bounds = [0, firsts, firsts + easy, queue.length];
      for (const [index, card] of queue.entries()) {
        const end = bounds.find((bound) => bound > index) ?? queue.length;
        const before = conceptOf(queue[index - 1] ?? '');
        if (queue.slice(index, end).some((other) => conceptOf(other) !== before))
          expect(conceptOf(card)).not.toBe(before);
      }
      const recall = (card: string): number => {
        const row = rowOf.get(card);
        return row?.memory ? recallProbability(row.memory, Math.max(0, TODAY - (row.lastDay ?? TODAY))) : 0;
      };
      const rest = queue.slice(firsts + easy).filter((card) => rowOf.has(card));
      const hardestEasy = Math.min(1, ...queue.slice(firsts, firsts + easy).map(recall));
      if (easy > 0) for (const card of rest) expect(recall(card)).toBeLessThanOrEqual(hardestEasy + 1e-12);
    }),
    { numRuns: 500 },
  );
});

test('the same request gives the same queue, in whatever order the rows are read', () => {
  fc.assert(
    fc.property(anyRequest, (given) => {
      fc.pre(given.lastStudyDay === null || TODAY - given.lastStudyDay <= 4);
      expect(reviewQueue({ ...given, cards: [...given.cards].reverse() })).toEqual(reviewQueue(given));
    }),
  );
});
