import type { Card } from './card.ts';
import type { Item } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { Puzzle } from './puzzle.ts';
import type { Section } from './section.ts';
import type { Concept, Module, Question, Source, Tombstone, Track } from './track.ts';
import type { WorkedExample } from './worked-example.ts';

/** A value together with where it was written, so that whatever is wrong with it can be found. */
export interface Filed<Value> {
  readonly value: Value;
  readonly file: string;
  /** Its JSON path in the file, as in `cards[3]`; empty where it is the whole file. */
  readonly path: string;
}

export interface CourseModule {
  readonly module: Filed<Module>;
  /** In reading order. */
  readonly sections: readonly Filed<Section>[];
  readonly cards: readonly Filed<Card>[];
  readonly items: readonly Filed<Item>[];
}

/** All that the files of one track say, well formed, though its references may still lead nowhere. */
export interface Course {
  readonly track: Filed<Track>;
  /** In the order of the track's path. */
  readonly modules: readonly CourseModule[];
  readonly concepts: readonly Filed<Concept>[];
  readonly questions: readonly Filed<Question>[];
  readonly workedExamples: readonly Filed<WorkedExample>[];
  /** By their number. */
  readonly puzzles: readonly Filed<Puzzle>[];
  readonly sources: readonly Filed<Source>[];
  readonly tombstones: readonly Filed<Tombstone>[];
  readonly ledger: Filed<Ledger>;
}

export const allSections = (course: Course): readonly Filed<Section>[] =>
  course.modules.flatMap((each) => each.sections);
export const allCards = (course: Course): readonly Filed<Card>[] => course.modules.flatMap((each) => each.cards);
export const allItems = (course: Course): readonly Filed<Item>[] => course.modules.flatMap((each) => each.items);
