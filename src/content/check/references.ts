import { allCards, allItems, type Course, type CourseModule, type Filed } from '../course.ts';
import { issueAt, type ContentIssue } from '../issue.ts';
import { markupNodes } from '../markup.ts';
import { blocksOf } from '../minutes.ts';
import type { Section } from '../section.ts';
import type { Known, Rule } from './known.ts';
import { allTexts } from './texts.ts';

interface Lookup {
  readonly has: (id: string) => boolean;
}

/** Every id that the content writes down leads somewhere. */
export const referencesResolve: Rule = (course, known) => [
  ...trackReferences(course, known),
  ...course.modules.flatMap((module) => [
    ...moduleReferences(module, known),
    ...module.sections.flatMap((section) => sectionReferences(section, module, known)),
  ]),
  ...cardReferences(course, known),
  ...itemReferences(course, known),
  ...conceptReferences(course, known),
  ...questionReferences(course, known),
  ...linkReferences(course, known),
];

function unresolved(
  filed: Filed<unknown>,
  path: string,
  id: string,
  among: Lookup,
  noun: string,
): readonly ContentIssue[] {
  return among.has(id) ? [] : [issueAt(filed, path, `there is no ${noun} ${id}`)];
}

function unresolvedIn(
  filed: Filed<unknown>,
  path: string,
  ids: readonly string[],
  among: Lookup,
  noun: string,
): readonly ContentIssue[] {
  return ids.flatMap((id, index) => unresolved(filed, `${path}[${index}]`, id, among, noun));
}

function trackReferences({ track, modules }: Course, known: Known): readonly ContentIssue[] {
  const { path, books, papers, quote, hook } = track.value;
  const walked = new Set(path.modules);
  return [
    ...unresolvedIn(track, 'path.modules', path.modules, known.modules, 'module'),
    ...modules.flatMap(({ module }) =>
      unresolved(module, 'id', module.value.id, walked, 'step on the track’s path for'),
    ),
    ...books.flatMap((book, index) =>
      unresolved(track, `books[${index}].source`, book.source, known.sources, 'source'),
    ),
    ...papers.flatMap((paper, index) =>
      unresolved(track, `papers[${index}].source`, paper.source, known.sources, 'source'),
    ),
    ...unresolved(track, 'quote.source', quote.source, known.sources, 'source'),
    ...unresolved(track, 'hook.startsAt', hook.startsAt, known.sections, 'section'),
  ];
}

function moduleReferences({ module, sections }: CourseModule, known: Known): readonly ContentIssue[] {
  const here = new Set(sections.map((section) => section.value.id));
  const listed = new Set(module.value.sections);
  const reading = module.value.furtherReading ?? [];
  return [
    ...unresolvedIn(module, 'sections', module.value.sections, here, 'file for the section'),
    ...sections.flatMap((section) =>
      unresolved(section, 'id', section.value.id, listed, 'place in module.json for the section'),
    ),
    ...unresolvedIn(module, 'questions', module.value.questions, known.questions, 'question'),
    ...reading.flatMap((each, index) =>
      unresolved(module, `furtherReading[${index}].source`, each.source, known.sources, 'source'),
    ),
  ];
}

function sectionReferences(section: Filed<Section>, { module }: CourseModule, known: Known): readonly ContentIssue[] {
  const { covers, objectives, concepts, recall, guess, ask, id, screens } = section.value;
  const blocks = new Set(blocksOf(section.value).map((block) => block.id));
  const taughtHere = new Set(
    [...known.cards.values()].filter((card) => card.paragraph.startsWith(`${id}#`)).map((card) => card.id),
  );
  const figures = screens.flatMap((screen, at) =>
    screen.blocks.flatMap((block, index) =>
      block.kind === 'figure' ? [{ block, path: `screens[${at}].blocks[${index}]` }] : [],
    ),
  );
  return [
    ...unresolvedIn(
      section,
      'covers',
      covers,
      new Set(module.value.covers.map((each) => each.id)),
      'topic in the module’s covers named',
    ),
    ...unresolvedIn(section, 'objectives', objectives, objectivesOf(module.value), 'objective of the module named'),
    ...unresolvedIn(section, 'concepts', concepts, known.concepts, 'concept'),
    ...unresolvedIn(section, 'recall', recall, taughtHere, 'card taught in this section named'),
    ...unresolved(section, 'guess.answeredBy', guess.answeredBy, blocks, 'block in this section named'),
    ...unresolved(section, 'ask.question', ask.question, known.questions, 'question'),
    ...figures.flatMap(({ block, path }) =>
      unresolvedIn(section, `${path}.sources`, block.sources ?? [], known.sources, 'source'),
    ),
  ];
}

const objectivesOf = (module: CourseModule['module']['value']): ReadonlySet<string> =>
  new Set(module.objectives.map((each) => each.id));

function cardReferences(course: Course, known: Known): readonly ContentIssue[] {
  return allCards(course).flatMap((card) => [
    ...unresolved(card, 'concept', card.value.concept, known.concepts, 'concept'),
    ...unresolved(card, 'paragraph', card.value.paragraph, known.paragraphs, 'paragraph'),
    ...unresolvedIn(card, 'sources', card.value.sources, known.sources, 'source'),
  ]);
}

function itemReferences(course: Course, known: Known): readonly ContentIssue[] {
  const ofModules = course.modules.flatMap(({ module, items }) =>
    items.flatMap((item) =>
      unresolved(item, 'objective', item.value.objective, objectivesOf(module.value), 'objective of the module named'),
    ),
  );
  const ofItems = allItems(course).flatMap((item) => [
    ...unresolved(item, 'concept', item.value.concept, known.concepts, 'concept'),
    ...unresolved(item, 'card', item.value.card, known.cards, 'card'),
    ...unresolved(item, 'teaches', item.value.teaches, known.paragraphs, 'paragraph'),
  ]);
  return [...ofModules, ...ofItems];
}

function conceptReferences(course: Course, known: Known): readonly ContentIssue[] {
  const keys = new Set(course.concepts.filter((each) => each.value.isKey).map((each) => each.value.id));
  return course.concepts.flatMap((concept) => [
    ...unresolved(concept, 'module', concept.value.module, known.modules, 'module'),
    ...unresolvedIn(concept, 'sources', concept.value.sources, known.sources, 'source'),
    ...concept.value.lookAlikes.flatMap((other, index) =>
      unresolved(concept, `lookAlikes[${index}].concept`, other.concept, known.concepts, 'concept'),
    ),
    ...(concept.value.below === undefined
      ? []
      : unresolved(concept, 'below', concept.value.below, keys, 'key concept')),
  ]);
}

function questionReferences(course: Course, known: Known): readonly ContentIssue[] {
  const pages = new Set([
    ...known.paragraphs.keys(),
    ...known.sections.keys(),
    ...known.concepts.keys(),
    ...known.questions,
  ]);
  return course.questions.flatMap((question) => [
    ...unresolvedIn(question, 'concepts', question.value.concepts, known.concepts, 'concept'),
    ...question.value.links.flatMap((link, index) =>
      unresolved(question, `links[${index}].to`, link.to, pages, 'section, concept, question or paragraph'),
    ),
  ]);
}

function linkReferences(course: Course, known: Known): readonly ContentIssue[] {
  return allTexts(course).flatMap((text) => {
    if (!text.isMarkup) return [];
    return markupNodes(text.value).flatMap((node) => {
      if (node.kind === 'concept') return unresolved(text, '', node.concept, known.concepts, 'concept');
      return node.kind === 'citation' ? unresolved(text, '', node.source, known.sources, 'source') : [];
    });
  });
}
