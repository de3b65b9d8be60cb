/**
 * The review queue: which cards a study day asks, and in which order. It is capped in minutes and says nothing of the
 * cards that wait, so that overdue never looks like a debt.
 */
import type { MemoryState } from './memory.ts';
import { type LookAlikes, type MixedCard, mixed } from './mix.ts';
import type { StudyDay } from './study-day.ts';

const PAUSE_DAYS = 4;
const EASY_CARDS_AFTER_PAUSE = 3;

/** What the queue reads of a card that has been introduced. */
export interface ReviewCard {
  readonly card: string;
  readonly dueDay: StudyDay | null;
  readonly lastDay: StudyDay | null;
  readonly memory: MemoryState | null;
  readonly isSureAndWrong: boolean;
  readonly isSuspended: boolean;
  /** The study day on which it may be seen again. */
  readonly buriedUntil: StudyDay | null;
}

/** What the queue reads of the deck. */
export interface ReviewDeck {
  /** In the order they are taught. */
  readonly cards: readonly { readonly id: string; readonly concept: string }[];
  /** Pairs of concepts easily taken for each other. */
  readonly lookAlikes: readonly (readonly [string, string])[];
}

export interface QueueRequest {
  /** Introduced cards; those not due today are left out here. */
  readonly cards: readonly ReviewCard[];
  readonly deck: ReviewDeck;
  /** Cards that may be introduced, in the order they are taught. */
  readonly newCards: readonly string[];
  readonly today: StudyDay;
  readonly settings: { readonly newCardsPerDay: number; readonly reviewMinutesPerDay: number };
  readonly introducedToday: number;
  readonly spentMsToday: number;
  /** The last study day with a grade, `null` before the first. */
  readonly lastStudyDay: StudyDay | null;
  /** How long a card takes this learner, over zero. */
  readonly secondsPerCard: number;
}

export interface QueuedCard {
  readonly card: string;
  readonly isNew: boolean;
}

/**
 * Sure-and-wrong cards first; after a pause three easy ones; then the rest and the new ones, mixed. Where minutes are
 * short, the cards due longest are chosen, and new cards take only what due ones leave. A card that the deck no longer
 * holds is left out. The same request gives the same queue. O(n log n).
 */
export function reviewQueue(request: QueueRequest): readonly QueuedCard[] {
  const placeOf = placesOf(request.deck);
  const due = dueInOrder(request, placeOf);
  const slots = slotsOf(request);
  const first = [...due.sureAndWrong.subarray(0, slots)];
  const easy = isAfterPause(request) ? easiest(due, request.today).slice(0, slots - first.length) : [];
  const open = slots - first.length - easy.length;
  const others = [...due.others.subarray(0, open + easy.length)];
  const rest = others.filter((place) => !easy.includes(place)).slice(0, open);
  const fresh = newInOrder(request, placeOf).slice(0, open - rest.length);
  return mixedBlocks([first, easy, [...rest, ...fresh]], request.deck, new Set(fresh));
}

/** Card → its place in the teaching order. */
function placesOf(deck: ReviewDeck): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, { id }] of deck.cards.entries()) places.set(id, place);
  return places;
}

/** How many cards fit in the minutes that are left; one begun within them is finished. */
function slotsOf({ settings, spentMsToday, secondsPerCard }: QueueRequest): number {
  const leftMs = settings.reviewMinutesPerDay * 60_000 - spentMsToday;
  return Math.max(0, Math.ceil(leftMs / (secondsPerCard * 1000)));
}

/** Whether four whole study days have gone by without a grade. */
function isAfterPause({ today, lastStudyDay }: QueueRequest): boolean {
  return lastStudyDay !== null && today - lastStudyDay > PAUSE_DAYS;
}

function isDueOn(card: ReviewCard, today: StudyDay): card is ReviewCard & { readonly dueDay: StudyDay } {
  if (card.isSuspended || card.dueDay === null || card.dueDay > today) return false;
  return card.buriedUntil === null || card.buriedUntil <= today;
}

/** The cards that are due, by their places: those due longest first, then as they are taught. */
interface DueCards {
  readonly sureAndWrong: Uint32Array;
  readonly others: Uint32Array;
  /** The row at each place that is due. */
  readonly rows: readonly (ReviewCard | undefined)[];
}

/** Each due card becomes one number that holds its order, because sorting numbers takes a fraction of the time. */
function dueInOrder({ cards, deck, today }: QueueRequest, placeOf: ReadonlyMap<string, number>): DueCards {
  const placeCount = deck.cards.length;
  const firstOther = (Math.max(0, today) + 1) * placeCount;
  const rows = new Array<ReviewCard | undefined>(placeCount);
  const keys = new Float64Array(cards.length);
  let count = 0;
  for (const row of cards) {
    const place = isDueOn(row, today) ? placeOf.get(row.card) : undefined;
    if (place === undefined) continue;
    rows[place] = row;
    keys[count++] = (row.isSureAndWrong ? 0 : firstOther) + Math.max(0, row.dueDay ?? 0) * placeCount + place;
  }
  const order = keys.subarray(0, count).sort();
  const firsts = order.findIndex((key) => key >= firstOther);
  const places = Uint32Array.from(order, (key) => key % placeCount);
  const border = firsts === -1 ? count : firsts;
  return { sureAndWrong: places.subarray(0, border), others: places.subarray(border), rows };
}

/**
 * The places of the few cards most likely to be recalled, and of equally likely ones the least difficult, easiest
 * first. Recall falls with the time since the last grade as a share of stability, whatever the weights.
 */
function easiest({ others, rows }: DueCards, today: StudyDay): number[] {
  const best: { readonly place: number; readonly faded: number; readonly difficulty: number }[] = [];
  for (const place of others) {
    const row = rows[place];
    if (!row || row.memory === null || row.lastDay === null) continue;
    const { stability, difficulty } = row.memory;
    const faded = Math.max(0, today - row.lastDay) / stability;
    const hardest = best[EASY_CARDS_AFTER_PAUSE - 1];
    if (hardest && (faded > hardest.faded || (faded === hardest.faded && difficulty >= hardest.difficulty))) continue;
    if (hardest) best.pop();
    best.push({ place, faded, difficulty });
    best.sort((one, other) => one.faded - other.faded || one.difficulty - other.difficulty);
  }
  return best.map(({ place }) => place);
}

/** The places of the new cards that today still allows, as they are taught. */
function newInOrder(request: QueueRequest, placeOf: ReadonlyMap<string, number>): number[] {
  const allowed = Math.max(0, request.settings.newCardsPerDay - request.introducedToday);
  return request.newCards.flatMap((card) => placeOf.get(card) ?? []).slice(0, allowed);
}

/** Each block mixed within itself, the first card of one parted from the last concept of the block before. */
function mixedBlocks(
  blocks: readonly (readonly number[])[],
  deck: ReviewDeck,
  fresh: ReadonlySet<number>,
): readonly QueuedCard[] {
  const lookAlikes = lookAlikesOf(deck);
  let queue: (MixedCard & QueuedCard)[] = [];
  for (const block of blocks) {
    const cards = block.flatMap((place) => {
      const card = deck.cards[place];
      return card ? [{ card: card.id, concept: card.concept, isNew: fresh.has(place) }] : [];
    });
    queue = queue.concat(mixed(cards, lookAlikes, queue.at(-1)?.concept));
  }
  return queue.map(({ card, isNew }) => ({ card, isNew }));
}

function lookAlikesOf(deck: ReviewDeck): LookAlikes {
  const lookAlikes = new Map<string, string[]>();
  for (const [one, other] of deck.lookAlikes) {
    lookAlikes.set(one, [...(lookAlikes.get(one) ?? []), other]);
    lookAlikes.set(other, [...(lookAlikes.get(other) ?? []), one]);
  }
  return lookAlikes;
}
