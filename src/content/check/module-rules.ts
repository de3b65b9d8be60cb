import type { CourseModule, Filed } from '../course.ts';
import { issueAt, type ContentIssue } from '../issue.ts';
import { blocksOf, isExperiment, moduleMinutes, moduleWords, proseWords } from '../minutes.ts';
import type { Section } from '../section.ts';
import { amountsByModule, isWithin, printed, wordsOfScreen, type Range } from './amounts.ts';
import { completeModules, type Rule } from './known.ts';

/** A module that can be read is all there, in the amount that its minutes promise. */
export const modulesAreWhole: Rule = (course) =>
  completeModules(course).flatMap((module) => [
    ...partIssues(module),
    ...coverIssues(module),
    ...amountIssues(module),
    ...module.sections.flatMap(sectionIssues),
  ]);

function partIssues({ module }: CourseModule): readonly ContentIssue[] {
  const { openingCase, mistakes, didYouKnow, takeaways, furtherReading, questions } = module.value;
  const parts = { mistakes, didYouKnow, takeaways, furtherReading, questions };
  const missing = Object.entries(parts)
    .filter(([, part]) => part === undefined || part.length === 0)
    .map(([name]) => name);
  return [...(openingCase === undefined ? ['openingCase'] : []), ...missing].map((name) =>
    issueAt(module, name, 'a complete module has this part'),
  );
}

function coverIssues({ module, sections }: CourseModule): readonly ContentIssue[] {
  const covered = new Set(sections.flatMap((section) => section.value.covers));
  const aimedAt = new Set(sections.flatMap((section) => section.value.objectives));
  return [
    ...module.value.covers.flatMap(({ id }, index) =>
      covered.has(id) ? [] : [issueAt(module, `covers[${index}]`, `no section covers ${id}`)],
    ),
    ...module.value.objectives.flatMap(({ id }, index) =>
      aimedAt.has(id) ? [] : [issueAt(module, `objectives[${index}]`, `no section aims at ${id}`)],
    ),
  ];
}

function amountIssues({ module, sections, cards, items }: CourseModule): readonly ContentIssue[] {
  const read = sections.map((section) => section.value);
  const outside = (count: number, range: Range, path: string, noun: string) =>
    isWithin(count, range) ? [] : [issueAt(module, path, `${count} ${noun}; the module has ${printed(range)}`)];
  const issues = outside(moduleMinutes(module.value, read), module.value.minutes, 'minutes', 'computed minutes');
  const amounts = amountsByModule[module.value.id];
  if (amounts === undefined) return issues;
  const figures = read.flatMap(blocksOf).filter((block) => block.kind === 'figure').length;
  const unbounded = (least: number): Range => ({ least, most: Infinity });
  return [
    ...issues,
    ...outside(sections.length, amounts.sections, 'sections', 'sections'),
    ...outside(moduleWords(module.value, read), amounts.words, '', 'words of prose'),
    ...outside(cards.length, amounts.cards, '', 'cards'),
    ...outside(items.length, unbounded(amounts.items), '', 'check items'),
    ...outside(figures, unbounded(amounts.figures), '', 'figures'),
  ];
}

function sectionIssues(section: Filed<Section>): readonly ContentIssue[] {
  const hasFigure = blocksOf(section.value).some((block) => block.kind === 'figure');
  const screens = section.value.screens.flatMap((screen, index) => {
    const words = proseWords(screen.blocks);
    const least = screen.blocks.some(isExperiment) ? 0 : wordsOfScreen.least;
    return isWithin(words, { ...wordsOfScreen, least })
      ? []
      : [
          issueAt(
            section,
            `screens[${index}]`,
            `${words} words; a screen holds ${printed({ ...wordsOfScreen, least })}`,
          ),
        ];
  });
  return [...(hasFigure ? [] : [issueAt(section, 'screens', 'a section has at least one figure')]), ...screens];
}
