import type { Course, Filed } from './course.ts';
import { runsOf } from './figure.ts';
import { joinedPath } from './issue.ts';
import { citationsIn } from './markup.ts';
import { proseOf } from './minutes.ts';
import type { Block, Section } from './section.ts';
import type { Concept } from './track.ts';

/** A place that teaches something: a block of the reading, or a paragraph of a concept's page. */
export interface Paragraph {
  readonly ref: string;
  readonly module: string;
  /** Absent on a concept's page. */
  readonly section?: string;
  /** The title of its section, or its concept's name. */
  readonly title: string;
  readonly texts: readonly string[];
  readonly citations: readonly string[];
}

/** By ref, in the order in which a reader meets them: each module's sections, then its concept pages. */
export function paragraphsOf(course: Course): ReadonlyMap<string, Paragraph> {
  const paragraphs = new Map<string, Paragraph>();
  for (const { module, sections } of course.modules) {
    const pages = course.concepts.filter((concept) => concept.value.module === module.value.id);
    const taught = [
      ...sections.flatMap((section) => inSection(section.value)),
      ...pages.flatMap((page) => onPage(page.value)),
    ];
    for (const paragraph of taught) paragraphs.set(paragraph.ref, paragraph);
  }
  return paragraphs;
}

function inSection(section: Section): readonly Paragraph[] {
  return section.screens.flatMap((screen) =>
    screen.blocks.map((block) => ({
      ref: `${section.id}#${block.id}`,
      module: section.module,
      section: section.id,
      title: section.title,
      texts: textsOfBlock(block),
      citations: [...sourcesOf(block), ...textsOfBlock(block).flatMap(citationsIn)],
    })),
  );
}

/** All that a block tells, an experiment's words too. */
export function textsOfBlock(block: Block): readonly string[] {
  if (block.kind === 'figure')
    return [...runsOf(block).flatMap((run) => run.events.map((event) => event.text)), block.outcome];
  if (block.kind === 'models')
    return block.models.flatMap(({ name, meaning, history }) => [name, meaning, history.why]);
  return proseOf(block);
}

function sourcesOf(block: Block): readonly string[] {
  if (block.kind === 'figure') return block.sources ?? [];
  return block.kind === 'models' ? [...new Set(block.models.flatMap(({ sources }) => sources))] : [];
}

function onPage(concept: Concept): readonly Paragraph[] {
  return concept.explanation.map((paragraph) => ({
    ref: `concept/${concept.id}#${paragraph.id}`,
    module: concept.module,
    title: concept.name,
    texts: [paragraph.text],
    citations: [...citationsIn(paragraph.text), ...concept.sources],
  }));
}

/** Each block of a section, filed. */
export function filedBlocks(section: Filed<Section>): readonly Filed<Block>[] {
  return section.value.screens.flatMap((screen, screenIndex) =>
    screen.blocks.map((value, index) => ({
      value,
      file: section.file,
      path: joinedPath(section.path, `screens[${screenIndex}].blocks[${index}]`),
    })),
  );
}
