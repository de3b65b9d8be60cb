import type { SearchEntry } from './compiled.ts';
import type { Course, CourseModule } from './course.ts';
import { plainText } from './markup.ts';
import { blocksOf, proseOf } from './minutes.ts';
import { textsOfBlock } from './paragraphs.ts';
import type { Section } from './section.ts';
import { meaningfulWords } from './words.ts';

/** Pages that are no content of their own, yet are looked for by name. */
const pages: readonly SearchEntry[] = [
  {
    kind: 'page',
    title: 'The track',
    path: '/learn/',
    words: 'learn path modules books papers start',
    about: 'The whole course on one page.',
  },
  {
    kind: 'page',
    title: 'Review',
    path: '/review/',
    words: 'cards flashcards due practise practice recall',
    about: 'The cards that are due today.',
  },
  {
    kind: 'page',
    title: 'Concepts',
    path: '/concepts/',
    words: 'glossary terms words definitions',
    about: 'The ten key concepts and those below them.',
  },
  {
    kind: 'page',
    title: 'Questions to ask',
    path: '/questions/',
    words: 'six questions design',
    about: 'Six questions for any design.',
  },
  {
    kind: 'page',
    title: 'Design review',
    path: '/questions/review/',
    words: 'own system answers export markdown',
    about: 'Put the six questions to your own system.',
  },
  {
    kind: 'page',
    title: 'You',
    path: '/you/',
    words: 'settings backup restore export delete progress theme text size licence sources',
    about: 'Progress, settings and backup.',
  },
];

export function searchEntries(course: Course): readonly SearchEntry[] {
  return [
    ...course.modules.flatMap((module) => moduleEntries(module, course)),
    ...conceptEntries(course),
    ...puzzleEntries(course),
    ...questionEntries(course),
    ...pages,
  ];
}

function moduleEntries({ module, sections, items }: CourseModule, course: Course): readonly SearchEntry[] {
  const { id, title, topics, summary } = module.value;
  const path = `/learn/${id}/`;
  const own: SearchEntry = {
    kind: 'module',
    title: `${id} ${title}`,
    path,
    words: wordsOf([id, ...topics, summary]),
    about: plainText(summary),
  };
  const check: SearchEntry = {
    kind: 'page',
    title: `Check: ${title}`,
    path: `/check/${id}/`,
    words: `${id} check test quiz exam`,
    about: `The check at the end of module ${id}.`,
  };
  return [
    own,
    ...sections.map(({ value: section }): SearchEntry => ({
      kind: 'section',
      title: section.title,
      path: `${path}${section.id}/`,
      words: wordsOf(textsOf(section, course)),
      about: `${id} ${title}`,
    })),
    ...(items.length > 0 ? [check] : []),
  ];
}

function textsOf(section: Section, course: Course): readonly string[] {
  const concepts = course.concepts.filter((concept) => section.concepts.includes(concept.value.id));
  return [
    ...section.screens.map((screen) => screen.title),
    ...concepts.flatMap((concept) => [concept.value.name, ...concept.value.aliases]),
    ...blocksOf(section).flatMap((block) => (block.kind === 'models' ? textsOfBlock(block) : proseOf(block))),
  ];
}

function conceptEntries(course: Course): readonly SearchEntry[] {
  return course.concepts.map(({ value: concept }) => ({
    kind: 'concept',
    title: concept.name,
    path: `/concepts/${concept.id}/`,
    words: wordsOf([...concept.aliases, concept.meaning]),
    about: plainText(concept.meaning),
  }));
}

function puzzleEntries({ puzzles }: Course): readonly SearchEntry[] {
  const list: SearchEntry = {
    kind: 'page',
    title: 'Puzzles',
    path: '/puzzles/',
    words: 'play game goal proof impossible network faults',
    about: 'Be the network: reach the goal, or say that it cannot be done.',
  };
  const own = puzzles.map(({ value: puzzle }): SearchEntry => ({
    kind: 'puzzle',
    title: puzzle.title,
    path: `/puzzles/${puzzle.id}/`,
    words: wordsOf(['puzzle', ...puzzle.story, ...puzzle.rounds.map(({ ask }) => ask)]),
    about: plainText(puzzle.rounds[0]?.ask ?? ''),
  }));
  return own.length > 0 ? [list, ...own] : [];
}

function questionEntries(course: Course): readonly SearchEntry[] {
  return course.questions.map(({ value: question }) => ({
    kind: 'question',
    title: question.text,
    path: `/questions/#${question.id}`,
    words: wordsOf([question.why, ...question.examples]),
    about: plainText(question.why),
  }));
}

const wordsOf = (texts: readonly string[]): string => [...meaningfulWords(texts)].join(' ');
