/**
 * What the build ships: the content, checked and cut into the files that screens load. Types only, so that
 * screens know its shape without carrying zod.
 */
import type { Card } from './card.ts';
import type { Item } from './item.ts';
import type { Puzzle, Round, Truth } from './puzzle.ts';
import type { Section } from './section.ts';
import type { Concept, Module, Question, Source, Track } from './track.ts';
import type { WorkedExample } from './worked-example.ts';

export interface SectionSummary {
  readonly id: string;
  readonly title: string;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  readonly screens: number;
  /** How many cards reading it makes available. */
  readonly cards: number;
}

export interface ModuleSummary extends Pick<Module, 'id' | 'title' | 'hue' | 'status' | 'summary' | 'topics'> {
  /** Computed for a complete module; the middle of the planned range for an outline. Whole minutes. */
  readonly minutes: number;
  readonly sections: readonly SectionSummary[];
  readonly keyConcepts: readonly string[];
  /** How many items its check can draw from; 0 where it has none yet. */
  readonly items: number;
}

export interface ConceptSummary extends Pick<Concept, 'id' | 'name' | 'isKey' | 'module' | 'meaning' | 'aliases'> {
  readonly below?: string;
}

/** `track.json`: what Today needs and every header's search starts from. */
export interface TrackIndex extends Pick<Track, 'id' | 'title' | 'subtitle' | 'hook'> {
  readonly minutes: number;
  readonly modules: readonly ModuleSummary[];
  /** Names of the ten only; the whole list is in `concepts.json`. */
  readonly keyConcepts: readonly Pick<ConceptSummary, 'id' | 'name' | 'module'>[];
}

/** `front.json`: the track page. */
export interface TrackFront {
  readonly track: Track;
  readonly sources: readonly Source[];
}

/** `module-<id>.json`: everything read in one module. */
export interface ModuleContent {
  readonly module: Module;
  readonly summary: ModuleSummary;
  readonly sections: readonly Section[];
  /** The cards its recall prompts ask. */
  readonly recallCards: readonly Card[];
  /** One line on each concept that its text links to. */
  readonly meanings: Readonly<Record<string, string>>;
  /** Every source it cites. */
  readonly sources: readonly Source[];
}

export interface DeckCard extends Card {
  readonly module: string;
  /** The section that makes it available; absent for a card of a concept's page. */
  readonly section?: string;
}

/** `cards.json`: every card of the track, in the order they are taught. */
export interface Deck {
  readonly cards: readonly DeckCard[];
  readonly concepts: readonly Pick<ConceptSummary, 'id' | 'name' | 'module' | 'below'>[];
  /** Pairs of concepts easily taken for each other, to be mixed in a review. */
  readonly lookAlikes: readonly (readonly [string, string])[];
  readonly sources: readonly Source[];
  /** Cards that are gone; their history is kept. */
  readonly tombstones: readonly string[];
}

/** `check-<id>.json`: the bank of one module. */
export interface CheckBank {
  readonly module: Pick<Module, 'id' | 'title' | 'hue'>;
  readonly objectives: Module['objectives'];
  readonly items: readonly Item[];
  /** The major revision of each card that an item names. */
  readonly cardMajors: Readonly<Record<string, number>>;
  /** Where each block is, for "show me where": block ref → title of its section or concept. */
  readonly places: Readonly<Record<string, string>>;
}

/** `concepts.json`: the concept pages and the glossary. */
export interface ConceptPages {
  readonly concepts: readonly Concept[];
  readonly sources: readonly Source[];
}

/** `questions.json` */
export interface QuestionPages {
  readonly questions: readonly Question[];
  readonly workedExamples: readonly WorkedExample[];
  /** One line on each concept that the examples name. */
  readonly meanings: Readonly<Record<string, string>>;
  /** Titles of what the questions link to. */
  readonly titles: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
}

/** A round with what was proven of it. */
export type ProvenRound = Round & { readonly truth: Truth };

export interface ProvenPuzzle extends Omit<Puzzle, 'rounds'> {
  readonly rounds: readonly ProvenRound[];
}

export interface PuzzleSummary extends Pick<Puzzle, 'id' | 'number' | 'title' | 'module' | 'concept' | 'section'> {
  /** `par` is absent where it cannot be done, which a list does not tell. */
  readonly rounds: readonly (Pick<Round, 'id' | 'ask'> & { readonly par?: number })[];
}

/** `puzzles.json`: the list of all. */
export interface PuzzleIndex {
  readonly puzzles: readonly PuzzleSummary[];
}

/** `puzzles-<module>.json`: what is played, and what it cites. */
export interface PuzzlePages {
  readonly puzzles: readonly ProvenPuzzle[];
  /** One line on each concept that its text links to. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly sources: readonly Source[];
}

/** `search.json`: one line for each thing that search finds. */
export interface SearchEntry {
  readonly kind: 'section' | 'concept' | 'puzzle' | 'question' | 'module' | 'page';
  readonly title: string;
  readonly path: string;
  /** More words it is found by, in lower case. */
  readonly words: string;
  /** A line to show under the title. */
  readonly about: string;
}
