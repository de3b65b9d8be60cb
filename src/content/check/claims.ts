import { allCards, allSections, type Course, type CourseModule, type Filed } from '../course.ts';
import { issueAt, joinedPath, type ContentIssue } from '../issue.ts';
import { citationsIn, markupNodes } from '../markup.ts';
import { proseOf } from '../minutes.ts';
import { filedBlocks } from '../paragraphs.ts';
import type { Block } from '../section.ts';
import type { Known, Rule } from './known.ts';

/**
 * What happened and what was measured names its source. A machine cannot tell a claim from a thought, so it goes by
 * what it can see: an incident, and a number.
 */
export const claimsNameSources: Rule = (course, known) => [
  ...allSections(course).flatMap((section) => filedBlocks(section).flatMap(blockIssues)),
  ...course.modules.flatMap(modulePageIssues),
  ...frontIssues(course),
  ...conceptIssues(course),
  ...cardIssues(course, known),
];

function blockIssues(block: Filed<Block>): readonly ContentIssue[] {
  const texts = proseOf(block.value);
  if (texts.flatMap(citationsIn).length > 0) return [];
  if (block.value.kind === 'incident') return [issueAt(block, 'text', 'an incident names its source')];
  return texts.some(statesNumber) ? [issueAt(block, '', 'a number names its source')] : [];
}

function modulePageIssues({ module }: CourseModule): readonly ContentIssue[] {
  const { openingCase, didYouKnow = [], mistakes = [], takeaways = [] } = module.value;
  const isCaseCited = openingCase === undefined || openingCase.text.flatMap(citationsIn).length > 0;
  return [
    ...(isCaseCited ? [] : [issueAt(module, 'openingCase.text', 'an incident names its source')]),
    ...didYouKnow.flatMap(({ text }, index) =>
      citationsIn(text).length > 0
        ? []
        : [issueAt(module, `didYouKnow[${index}].text`, 'a fact worth telling names its source')],
    ),
    ...mistakes.flatMap(({ instead }, index) => uncitedNumber(module, `mistakes[${index}].instead`, instead)),
    ...takeaways.flatMap(({ text }, index) => uncitedNumber(module, `takeaways[${index}].text`, text)),
  ];
}

function frontIssues({ track, questions }: Course): readonly ContentIssue[] {
  return [
    ...track.value.exactly.flatMap((text, index) => uncitedNumber(track, `exactly[${index}]`, text)),
    ...questions.flatMap((question) =>
      question.value.traps.flatMap((text, index) => uncitedNumber(question, `traps[${index}]`, text)),
    ),
  ];
}

function conceptIssues({ concepts }: Course): readonly ContentIssue[] {
  return concepts.flatMap((concept) => {
    if (concept.value.sources.length > 0) return [];
    return concept.value.explanation.flatMap(({ text }, index) =>
      uncitedNumber(concept, `explanation[${index}].text`, text),
    );
  });
}

function uncitedNumber(filed: Filed<unknown>, path: string, text: string): readonly ContentIssue[] {
  return statesNumber(text) && citationsIn(text).length === 0
    ? [{ file: filed.file, path: joinedPath(filed.path, path), reason: 'a number names its source' }]
    : [];
}

/** A card without a source says that its fact is common knowledge: so it holds no number, and its paragraph cites nobody. */
function cardIssues(course: Course, known: Known): readonly ContentIssue[] {
  return allCards(course).flatMap((card) => {
    const { sources, prompt, answer, paragraph } = card.value;
    if (sources.length > 0) return [];
    if (statesNumber(`${prompt} ${answer ?? ''}`))
      return [issueAt(card, 'sources', 'a card with a number names its source')];
    const cited = known.paragraphs.get(paragraph)?.citations ?? [];
    return cited.length === 0
      ? []
      : [issueAt(card, 'sources', `its paragraph cites ${cited.join(', ')}, so it is no common knowledge`)];
  });
}

/** Numbers that are names: they say which one, not how much. */
const numbersThatName =
  /\b(module|order|term|node|version|step|figure|question|answer|beat|slot|token|revision|index|key|chapter|row|count|round|write|attempt|try|stamp|call|request|message|value|position|event) \d[\d.]*/giu;
/** The scale of a figure of our own. */
const figureUnits = /\b\d+ units?\b/giu;

export function statesNumber(text: string): boolean {
  const words = markupNodes(text).map((node) => (node.kind === 'text' || node.kind === 'blank' ? node.text : ' '));
  const measured = words.join('').replaceAll(numbersThatName, ' ').replaceAll(figureUnits, ' ');
  return /(?<![\p{L}\d/.])\d/u.test(measured);
}
