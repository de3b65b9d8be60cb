import { computed, signal } from '@preact/signals';
import type { Deck, DeckCard, TrackIndex } from '#content/compiled.ts';
import type { EventBody, SettingName, Settings } from '#progress/event.ts';
import type { CardRow, CheckRow, DayRow, Rows, SectionRow, SubjectKind } from '#progress/rows.ts';
import { calibration, type Calibration } from '#assessment/calibration.ts';
import { forecast, type ForecastDay } from '#scheduling/forecast.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { cardsByConcept, durableAmong } from '#services/durable-concepts.ts';
import { readSettings, studyDay } from '#services/settings.ts';
import type { StorageFault } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';
import { keptConcepts, type KeptConcepts } from './kept.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';

/** A card with what the learner made of it. */
export interface OwnCard {
  readonly card: DeckCard;
  readonly row: CardRow;
}

export interface YouState {
  readonly today: StudyDay;
  readonly days: readonly DayRow[];
  readonly sections: readonly SectionRow[];
  /** `null` where the course's cards are not on this device. */
  readonly kept: KeptConcepts | null;
  readonly calibration: readonly Calibration[];
  readonly forecast: readonly ForecastDay[];
  /** Latest first. */
  readonly checks: readonly CheckRow[];
  readonly reworded: readonly OwnCard[];
  readonly putAway: readonly OwnCard[];
  readonly settings: Settings;
}

const FORECAST_DAYS = 30;
const noAnswers = { guess: { right: 0, of: 0 }, think: { right: 0, of: 0 }, sure: { right: 0, of: 0 } };

export type YouModel = ReturnType<typeof createYouModel>;

/** What the learner has done and chosen, kept in step with the log. */
export function createYouModel({ progress, content, clock }: Services, track: TrackIndex) {
  const loaded = signal<YouState | null>(null);
  const fault = signal<StorageFault | null>(null);
  /** What is chosen but not on the disk yet, oldest first. */
  const unwritten = signal<readonly EventBody[]>([]);
  let writing: Promise<unknown> = Promise.resolve();
  let loads = 0;

  /** A choice shows at once, and stays shown while it cannot be written. */
  const state = computed<YouState | null>(() => {
    if (loaded.value === null) return null;
    return { ...loaded.value, settings: withChanges(loaded.value.settings, unwritten.value) };
  });

  const read = async <Kind extends SubjectKind>(kind: Kind): Promise<readonly Rows[Kind][]> => {
    const rows = await progress.rows(kind);
    if (rows.ok) return rows.value;
    fault.value = rows.fault;
    return [];
  };

  const keptOf = (deck: Deck, cards: readonly CardRow[], today: StudyDay, retention: number): KeptConcepts => {
    const byConcept = cardsByConcept(deck.cards, cards);
    return keptConcepts(track, deck.concepts, byConcept, durableAmong(byConcept, today, retention));
  };

  const load = async () => {
    const turn = ++loads;
    const [deck, settings, cards, days, sections, checks, confidences] = await Promise.all([
      content.deck().catch(unlessUnavailable),
      readSettings(progress),
      read('card'),
      read('day'),
      read('section'),
      read('check'),
      read('calibration'),
    ]);
    // A slower load that began earlier knows less.
    if (turn !== loads) return;
    const today = studyDay(clock.now());
    const own = deck === null ? [] : ownCards(deck, cards);
    loaded.value = {
      today,
      days,
      sections,
      kept: deck && keptOf(deck, cards, today, settings.retention),
      calibration: calibration(confidences[0]?.counts ?? noAnswers),
      forecast: forecast(dueCounts(own, today), today, FORECAST_DAYS),
      checks: checks.filter(({ startedAt }) => startedAt > 0).sort((one, other) => other.startedAt - one.startedAt),
      reworded: own.filter(({ row }) => row.reworded !== null),
      putAway: own.filter(({ row }) => row.isSuspended),
      settings,
    };
  };

  const flush = async (): Promise<boolean> => {
    const bodies = unwritten.peek();
    if (bodies.length === 0) return true;
    const result = await progress.record(bodies, clock.now());
    fault.value = result.ok ? null : result.fault;
    if (!result.ok) return false;
    // Read before the choice is let go, so that the old one does not show again in between.
    await load();
    unwritten.value = unwritten.peek().slice(bodies.length);
    return true;
  };

  /** One write after the other, so that each takes what the one before it left. */
  const write = (body: EventBody): Promise<boolean> => {
    unwritten.value = [...unwritten.peek(), body];
    const done = writing.then(flush);
    writing = done;
    return done;
  };

  return {
    state,
    fault,
    /** Loads, and loads again after each change; returns the end of it. */
    watch: () => {
      void load();
      return progress.subscribe(() => void load());
    },
    change: <Name extends SettingName>(name: Name, value: Settings[Name]) =>
      write({ kind: 'settingChanged', name, value }),
    /** Each resolves to whether it was written. */
    bringBack: (card: string) => write({ kind: 'cardResumed', card }),
    restoreWords: (card: string) => write({ kind: 'cardReworded', card, prompt: '', answer: '' }),
    retry: async () => {
      fault.value = null;
      if (await flush()) await load();
    },
  };
}

function withChanges(settings: Settings, bodies: readonly EventBody[]): Settings {
  return bodies.reduce(
    (chosen, body) => (body.kind === 'settingChanged' ? { ...chosen, [body.name]: body.value } : chosen),
    settings,
  );
}

/** The cards that there is a history of, in the order they are taught. Cards that the course dropped are left out. */
function ownCards(deck: Deck, rows: readonly CardRow[]): readonly OwnCard[] {
  const byCard = new Map(rows.map((row) => [row.card, row]));
  return deck.cards.flatMap((card) => {
    const row = byCard.get(card.id);
    return row === undefined ? [] : [{ card, row }];
  });
}

/** Cards that will be asked: those put away will not, and one put off comes when it is back. */
function dueCounts(own: readonly OwnCard[], today: StudyDay): ReadonlyMap<StudyDay, number> {
  const counts = new Map<StudyDay, number>();
  for (const { row } of own) {
    if (row.dueDay === null || row.isSuspended) continue;
    const day = Math.max(row.dueDay, row.buriedUntil ?? row.dueDay, today);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
