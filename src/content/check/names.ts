import { allCards, allItems, allSections, type Course, type Filed } from '../course.ts';
import { issueAt, joinedPath, type ContentIssue } from '../issue.ts';
import { filedBlocks } from '../paragraphs.ts';
import type { Rule } from './known.ts';

const positional = /^(a|p|q|b|card|item|question|section|screen|block|paragraph|figure|concept)?-?\d+$/;

/** Inside its owner each id is there once, and names that live outside say what they name, never a position. */
export const namesAreSound: Rule = (course) => [
  ...course.modules.flatMap(({ module }) => [
    ...once(module, 'objectives', module.value.objectives),
    ...once(module, 'covers', module.value.covers),
    ...once(
      module,
      'sections',
      module.value.sections.map((id) => ({ id })),
    ),
  ]),
  ...allSections(course).flatMap((section) => [
    ...once(section, 'screens', section.value.screens),
    ...once(
      section,
      'screens[].blocks',
      section.value.screens.flatMap((screen) => screen.blocks),
    ),
    ...once(section, 'guess.options', section.value.guess.options),
  ]),
  ...course.concepts.flatMap((concept) => once(concept, 'explanation', concept.value.explanation)),
  ...allItems(course).flatMap(partsOnce),
  ...positionalNames(course),
];

function partsOnce(filed: ReturnType<typeof allItems>[number]): readonly ContentIssue[] {
  const { value: item } = filed;
  switch (item.kind) {
    case 'single':
    case 'multiple':
    case 'predict':
      return once(filed, 'options', item.options);
    case 'ordering':
      return once(filed, 'steps', item.steps);
    case 'matching':
      return once(filed, 'pairs', item.pairs);
    case 'cloze':
      return [
        ...once(filed, 'blanks', item.blanks),
        ...item.blanks.flatMap((blank, index) => once(filed, `blanks[${index}].options`, blank.options)),
      ];
    case 'hot-spot':
      return once(filed, 'spots', item.spots);
    case 'numeric':
      return [];
  }
}

function once(filed: Filed<unknown>, path: string, parts: readonly { readonly id: string }[]): readonly ContentIssue[] {
  const ids = parts.map((part) => part.id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => issueAt(filed, path, `the id ${id} is there more than once`));
}

function positionalNames(course: Course): readonly ContentIssue[] {
  const named: readonly Filed<{ readonly id: string }>[] = [
    ...allSections(course),
    ...allCards(course),
    ...allItems(course),
    ...course.concepts,
    ...course.questions,
    ...course.puzzles,
    ...course.workedExamples,
  ];
  const blocks = allSections(course).flatMap(filedBlocks);
  const paragraphs = course.concepts.flatMap((concept) =>
    concept.value.explanation.map((value, index) => ({
      file: concept.file,
      path: joinedPath(concept.path, `explanation[${index}]`),
      value,
    })),
  );
  return [...named, ...blocks, ...paragraphs]
    .filter((each) => positional.test(each.value.id))
    .map((each) => issueAt(each, 'id', `the id ${each.value.id} names a position; name what it says`));
}
