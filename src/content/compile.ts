/**
 * Cuts a course into the files that screens load. What does not resolve is left out rather than thrown at, so that
 * a draft can be looked at while it is written; the check is what refuses it.
 */
import type {
  CheckBank,
  ConceptPages,
  Deck,
  DeckCard,
  ModuleContent,
  ModuleSummary,
  ProvenPuzzle,
  PuzzleIndex,
  PuzzlePages,
  QuestionPages,
  SectionSummary,
  TrackFront,
  TrackIndex,
} from './compiled.ts';
import { allCards, type Course, type CourseModule, type Filed } from './course.ts';
import { citationsIn } from './markup.ts';
import { moduleMinutes, sectionMinutes } from './minutes.ts';
import { paragraphsOf, type Paragraph } from './paragraphs.ts';
import { searchEntries } from './search-entries.ts';
import { majorOf } from './revision.ts';
import type { Source } from './track.ts';

/** Name → what the file holds: `track`, `front`, `module-<id>`, `cards`, `check-<id>`, `concepts`, `questions`, `puzzles`, `puzzles-<id>`, `search`. */
export type CompiledFiles = ReadonlyMap<string, object>;

type Paragraphs = ReadonlyMap<string, Paragraph>;

export function compile(course: Course): CompiledFiles {
  const paragraphs = paragraphsOf(course);
  const summaries = course.modules.map((module) => summaryOf(module, course, paragraphs));
  const files = new Map<string, object>();
  files.set('track', trackIndex(course, summaries));
  files.set('front', { track: written(course.track), sources: course.sources.map(written) } satisfies TrackFront);
  course.modules.forEach((module, index) => {
    const summary = summaries[index];
    if (summary !== undefined) files.set(`module-${summary.id}`, moduleContent(module, summary, course));
  });
  files.set('cards', deckOf(course, paragraphs));
  for (const module of course.modules.filter((each) => each.items.length > 0)) {
    files.set(`check-${module.module.value.id}`, checkBank(module, course, paragraphs));
  }
  files.set('concepts', conceptPages(course));
  files.set('questions', questionPages(course));
  const puzzles = provenPuzzles(course);
  if (puzzles.length > 0) files.set('puzzles', puzzleIndex(puzzles));
  for (const module of new Set(puzzles.map((puzzle) => puzzle.module)))
    files.set(`puzzles-${module}`, puzzlePages(puzzles, module, course));
  files.set('search', searchEntries(course));
  return files;
}

/** What was written, without the key that is there for editors. */
function written<Value extends object>(filed: Filed<Value>): Value {
  const { $schema: _, ...rest } = filed.value as Value & { readonly $schema?: string };
  return rest as Value;
}

/** A figure's better words stand in its steps already: nobody needs them twice. */
const withoutSays = <Value extends object>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'says' ? undefined : each))) as Value;

function summaryOf(module: CourseModule, course: Course, paragraphs: Paragraphs): ModuleSummary {
  const { id, title, hue, status, summary, topics } = module.module.value;
  const isKeyHere = (concept: Course['concepts'][number]) => concept.value.isKey && concept.value.module === id;
  return {
    id,
    title,
    hue,
    status,
    summary,
    topics,
    minutes: moduleMinutes(
      module.module.value,
      module.sections.map((section) => section.value),
    ),
    sections: module.sections.map(({ value: section }): SectionSummary => ({
      id: section.id,
      title: section.title,
      minutes: Math.max(1, Math.round(sectionMinutes(section))),
      screens: section.screens.length,
      cards: allCards(course).filter((card) => paragraphs.get(card.value.paragraph)?.section === section.id).length,
    })),
    keyConcepts: course.concepts.filter(isKeyHere).map((concept) => concept.value.id),
    items: module.items.length,
  };
}

function trackIndex(course: Course, modules: readonly ModuleSummary[]): TrackIndex {
  const { id, title, subtitle, hook } = course.track.value;
  const keyConcepts = course.concepts
    .filter((concept) => concept.value.isKey)
    .map(({ value }) => ({ id: value.id, name: value.name, module: value.module }));
  return {
    id,
    title,
    subtitle,
    hook,
    minutes: modules.reduce((sum, module) => sum + module.minutes, 0),
    modules,
    keyConcepts,
  };
}

function moduleContent(module: CourseModule, summary: ModuleSummary, course: Course): ModuleContent {
  const asked = new Set(module.sections.flatMap((section) => section.value.recall));
  const content = {
    module: written(module.module),
    summary,
    sections: module.sections.map((section) => withoutSays(written(section))),
    recallCards: allCards(course)
      .map(written)
      .filter((card) => asked.has(card.id)),
  };
  return { ...content, meanings: meaningsIn(content, course), sources: citedBy(content, course) };
}

/** The meaning of every concept that a text links to. */
function meaningsIn(value: unknown, course: Course): Readonly<Record<string, string>> {
  const linked = new Set([...JSON.stringify(value).matchAll(/\]\(concept:([a-z0-9-]+)\)/g)].map((match) => match[1]));
  const concepts = course.concepts.filter(({ value: { id } }) => linked.has(id));
  return Object.fromEntries(concepts.map(({ value: { id, meaning } }) => [id, meaning]));
}

function deckOf(course: Course, paragraphs: Paragraphs): Deck {
  const order = [...paragraphs.keys()];
  const place = (card: DeckCard) => (paragraphs.has(card.paragraph) ? order.indexOf(card.paragraph) : order.length);
  const cards = course.modules.flatMap((module) =>
    module.cards.map(({ value: card }): DeckCard => {
      const section = paragraphs.get(card.paragraph)?.section;
      return { ...card, module: module.module.value.id, ...(section !== undefined && { section }) };
    }),
  );
  return {
    cards: cards.toSorted((one, other) => place(one) - place(other)),
    concepts: course.concepts.map(({ value: { id, name, module, below } }) => ({
      id,
      name,
      module,
      ...(below !== undefined && { below }),
    })),
    lookAlikes: lookAlikePairs(course),
    sources: citedBy(cards, course),
    tombstones: course.tombstones.filter((each) => each.value.kind === 'card').map((each) => each.value.id),
  };
}

/** Each pair once, whichever of the two names the other. */
function lookAlikePairs(course: Course): Deck['lookAlikes'] {
  const pairs = course.concepts.flatMap(({ value: concept }) =>
    concept.lookAlikes.map((other): readonly [string, string] =>
      concept.id < other.concept ? [concept.id, other.concept] : [other.concept, concept.id],
    ),
  );
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

function checkBank(module: CourseModule, course: Course, paragraphs: Paragraphs): CheckBank {
  const { id, title, hue, objectives } = module.module.value;
  const items = module.items.map(written);
  const cards = allCards(course).filter((card) => items.some((item) => item.card === card.value.id));
  const places = items.flatMap((item) => {
    const paragraph = paragraphs.get(item.teaches);
    return paragraph === undefined ? [] : [[item.teaches, paragraph.title] as const];
  });
  return {
    module: { id, title, hue },
    objectives,
    items,
    cardMajors: Object.fromEntries(cards.map((card) => [card.value.id, majorOf(card.value)])),
    places: Object.fromEntries(places),
  };
}

function conceptPages(course: Course): ConceptPages {
  const concepts = course.concepts.map(written);
  return { concepts, sources: citedBy(concepts, course) };
}

function questionPages(course: Course): QuestionPages {
  const questions = course.questions.map(written);
  const titles = new Map([...paragraphsOf(course).values()].map((paragraph) => [paragraph.ref, paragraph.title]));
  for (const { sections } of course.modules) for (const { value } of sections) titles.set(value.id, value.title);
  for (const { value } of course.concepts) titles.set(value.id, value.name);
  const linked = new Set(
    questions.flatMap((question) => [...question.links.map((link) => link.to), ...question.concepts]),
  );
  const workedExamples = course.workedExamples.map(written);
  return {
    questions,
    workedExamples,
    meanings: meaningsIn(workedExamples, course),
    titles: Object.fromEntries([...titles].filter(([to]) => linked.has(to))),
    sources: citedBy([questions, workedExamples], course),
  };
}

/** A round that was not proven cannot be judged; a puzzle without rounds is none. */
function provenPuzzles(course: Course): readonly ProvenPuzzle[] {
  return course.puzzles
    .map((filed) => ({
      ...written(filed),
      rounds: filed.value.rounds.flatMap((round) => (round.truth ? [{ ...round, truth: round.truth }] : [])),
    }))
    .filter(({ rounds }) => rounds.length > 0);
}

function puzzleIndex(puzzles: readonly ProvenPuzzle[]): PuzzleIndex {
  return {
    puzzles: puzzles.map(({ id, number, title, module, concept, section, rounds }) => ({
      id,
      number,
      title,
      module,
      concept,
      section,
      rounds: rounds.map(({ id: round, ask, truth }) => ({
        id: round,
        ask,
        ...(truth.kind === 'possible' && { par: truth.par }),
      })),
    })),
  };
}

function puzzlePages(all: readonly ProvenPuzzle[], module: string, course: Course): PuzzlePages {
  const puzzles = all.filter((puzzle) => puzzle.module === module);
  return { puzzles, meanings: meaningsIn(puzzles, course), sources: citedBy(puzzles, course) };
}

function citedBy(value: unknown, course: Course): readonly Source[] {
  const named = new Set(sourceIdsIn(value));
  return course.sources.map(written).filter((source) => named.has(source.id));
}

/** Every source that a value names: by citation, in a list of `sources`, or as a `source`. */
function sourceIdsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return key === 'source' || key === 'sources' ? [value] : citationsIn(value);
  if (Array.isArray(value)) return value.flatMap((each) => sourceIdsIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, each]) => sourceIdsIn(each, inner));
}
