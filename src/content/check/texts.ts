import * as z from 'zod';
import { card } from '../card.ts';
import { allCards, allItems, allSections, type Course, type Filed } from '../course.ts';
import { markup } from '../ids.ts';
import { joinedPath } from '../issue.ts';
import { item } from '../item.ts';
import { puzzle } from '../puzzle.ts';
import { section } from '../section.ts';
import { concept, moduleFile, question, track } from '../track.ts';
import { workedExample } from '../worked-example.ts';

/** A text somebody reads, and where it stands. */
export interface FiledText extends Filed<string> {
  /** False for titles and labels, in which markup has no meaning. */
  readonly isMarkup: boolean;
}

/** Every text of the course but the list of sources, whose titles are other people's words. */
export function allTexts(course: Course): readonly FiledText[] {
  return [
    ...textsOf(track, course.track),
    ...course.modules.flatMap((each) => textsOf(moduleFile, each.module)),
    ...allSections(course).flatMap((each) => textsOf(section, each)),
    ...allCards(course).flatMap((each) => textsOf(card, each)),
    ...allItems(course).flatMap((each) => textsOf(item, each)),
    ...course.concepts.flatMap((each) => textsOf(concept, each)),
    ...course.questions.flatMap((each) => textsOf(question, each)),
    ...course.puzzles.flatMap((each) => textsOf(puzzle, each)),
    ...course.workedExamples.flatMap((each) => textsOf(workedExample, each)),
  ];
}

/** Walks value and schema side by side, so that a field added to a schema is checked from its first day. */
export function textsOf(schema: z.core.$ZodType, filed: Filed<unknown>): readonly FiledText[] {
  const { value, file, path } = filed;
  if (schema instanceof z.ZodOptional) return value === undefined ? [] : textsOf(schema.unwrap(), filed);
  if (schema instanceof z.ZodArray) {
    return listOf(value).flatMap((each, index) =>
      textsOf(schema.element, { value: each, file, path: `${path}[${index}]` }),
    );
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) =>
      textsOf(inner, { value: fieldOf(value, key), file, path: joinedPath(path, key) }),
    );
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const member = schema.options.find((option) => z.safeParse(option, value).success);
    return member === undefined ? [] : textsOf(member, filed);
  }
  if (!(schema instanceof z.ZodString) || typeof value !== 'string') return [];
  if (schema === markup) return [{ value, file, path, isMarkup: true }];
  // A string with a rule of its own (an id, a revision) is no text.
  return (schema.def.checks ?? []).length === 0 ? [{ value, file, path, isMarkup: false }] : [];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fieldOf = (value: unknown, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];
