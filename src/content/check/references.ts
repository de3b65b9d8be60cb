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
  ...course.modules.flatMap((module) => [...moduleReferences(module, known), ...module.sections.flatMap((section) => sectionReferences(section, module, known))]),
  ...cardReferences(course, known),
  ...itemReferences(course, known),
  ...conceptReferences(course, known),
  ...questionReferences(course, known),
  ...linkReferences(course, known),
];

function unknown(filed: Filed<unknown>, path: string, id: string, among: Lookup, noun: string): readonly ContentIssue[] {
  return among.has(id) ? [] : [issueAt(filed, path, `there is no ${noun} ${id}`)];
}

function unknownIn(filed: Filed<unknown>, path: string, ids: readonly string[], among: Lookup, noun: string): readonly ContentIssue[] {
  return ids.flatMap((id, index) => unknown(filed, `${path}[${index}]`, id, among, noun));
}

function trackReferences({ track, modules }: Course, known: Known): readonly ContentIssue[] {
  const { path, books, papers, quote, hook } = track.value;
  const walked = new Set(path.modules);
  return [
    ...unknownIn(track, 'path.modules', path.modules, known.modules, 'module'),
    ...modules.flatMap(({ module }) => unknown(module, 'id', module.value.id, walked, 'step on the track’s path for')),
    ...books.flatMap((book, index) => unknown(track, `books[${index}].source`, book.source, known.sources, 'source')),
    ...papers.flatMap((paper, index) => unknown(track, `papers[${index}].source`, paper.source, known.sources, 'source')),
    ...unknown(track, 'quote.source', quote.source, known.sources, 'source'),
    ...unknown(track, 'hook.startsAt', hook.startsAt, known.sections, 'section'),
  ];
}

function moduleReferences({ module, sections }: CourseModule, known: Known): readonly ContentIssue[] {
  const here = new Set(sections.map((section) => section.value.id));
  const listed = new Set(module.value.sections);
  const reading = module.value.furtherReading ?? [];
  return [
    ...unknownIn(module, 'sections', module.value.sections, here, 'file for the section'),
    ...sections.flatMap((section) => unknown(section, 'id', section.value.id, listed, 'place in module.json for the section')),
    ...unknownIn(module, 'questions', module.value.questions, known.questions, 'question'),
    ...reading.flatMap((each, index) => unknown(module, `furtherReading[${index}].source`, each.source, known.sources, 'source')),
  ];
}

function sectionReferences(section: Filed<Section>, { module }: CourseModule, known: Known): readonly ContentIssue[] {
  const { covers, objectives, concepts, recall, guess, ask, id, screens } = section.value;
  const blocks = new Set(blocksOf(section.value).map((block) => block.id));
  const taughtHere = new Set([...known.cards.values()].filter((card) => card.paragraph.startsWith(`${id}#`)).map((card) => card.id));
  const figures = screens.flatMap((screen, at) => screen.blocks.flatMap((block, index) => (block.kind === 'figure' ? [{ block, path: `screens[${at}].blocks[${index}]` }] : [])));
  return [
    ...unknownIn(section, 'covers', covers, new Set(module.value.covers.map((each) => each.id)), 'topic in the module’s covers named'),
    ...unknownIn(section, 'objectives', objectives, objectivesOf(module.value), 'objective of the module named'),
    ...unknownIn(section, 'concepts', concepts, known.concepts, 'concept'),
    ...unknownIn(section, 'recall', recall, taughtHere, 'card taught in this section named'),
    ...unknown(section, 'guess.answeredBy', guess.answeredBy, blocks, 'block in this section named'),
    ...unknown(section, 'ask.question', ask.question, known.questions, 'question'),
    ...figures.flatMap(({ block, path }) => unknownIn(section, `${path}.sources`, block.sources ?? [], known.sources, 'source')),
  ];
}

const objectivesOf = (module: CourseModule['module']['value']): ReadonlySet<string> => new Set(module.objectives.map((each) => each.id));

function cardReferences(course: Course, known: Known): readonly ContentIssue[] {
  return allCards(course).flatMap((card) => [
    ...unknown(card, 'concept', card.value.concept, known.concepts, 'concept'),
    ...unknown(card, 'paragraph', card.value.paragraph, known.paragraphs, 'paragraph'),
    ...unknownIn(card, 'sources', card.value.sources, known.sources, 'source'),
  ]);
}

function itemReferences(course: Course, known: Known): readonly ContentIssue[] {
  const ofModules = course.modules.flatMap(({ module, items }) =>
    items.flatMap((item) => unknown(item, 'objective', item.value.objective, objectivesOf(module.value), 'objective of the module named')),
  );
  const ofItems = allItems(course).flatMap((item) => [
    ...unknown(item, 'concept', item.value.concept, known.concepts, 'concept'),
    ...unknown(item, 'card', item.value.card, known.cards, 'card'),
    ...unknown(item, 'teaches', item.value.teaches, known.paragraphs, 'paragraph'),
  ]);
  return [...ofModules, ...ofItems];
}

function conceptReferences(course: Course, known: Known): readonly ContentIssue[] {
  const keys = new Set(course.concepts.filter((each) => each.value.isKey).map((each) => each.value.id));
  return course.concepts.flatMap((concept) => [
    ...unknown(concept, 'module', concept.value.module, known.modules, 'module'),
    ...unknownIn(concept, 'sources', concept.value.sources, known.sources, 'source'),
    ...concept.value.lookAlikes.flatMap((other, index) => unknown(concept, `lookAlikes[${index}].concept`, other.concept, known.concepts, 'concept')),
    ...(concept.value.below === undefined ? [] : unknown(concept, 'below', concept.value.below, keys, 'key concept')),
  ]);
}

function questionReferences(course: Course, known: Known): readonly ContentIssue[] {
  const pages = new Set([...known.paragraphs.keys(), ...known.sections.keys(), ...known.concepts.keys(), ...known.questions]);
  return course.questions.flatMap((question) => [
    ...unknownIn(question, 'concepts', question.value.concepts, known.concepts, 'concept'),
    ...question.value.links.flatMap((link, index) => unknown(question, `links[${index}].to`, link.to, pages, 'section, concept, question or paragraph')),
  ]);
}

function linkReferences(course: Course, known: Known): readonly ContentIssue[] {
  return allTexts(course).flatMap((text) => {
    if (!text.isMarkup) return [];
    return markupNodes(text.value).flatMap((node) => {
      if (node.kind === 'concept') return unknown(text, '', node.concept, known.concepts, 'concept');
      return node.kind === 'citation' ? unknown(text, '', node.source, known.sources, 'source') : [];
    });
  });
}
