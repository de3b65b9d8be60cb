import { countWords } from './markup.ts';
import type { Block, Section } from './section.ts';
import type { Module } from './track.ts';

const wordsPerMinute = 200;
const secondsPerRecall = 15;
const secondsPerExperiment = 60;

/** The markup that is read as prose. An experiment's own words are part of its minute. */
export function proseOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'incident':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'figure':
    case 'models':
      return [];
  }
}

/** It asks for a prediction before it shows, and that takes a minute. */
export const isExperiment = (block: Block): block is Extract<Block, { kind: 'figure' | 'models' }> =>
  block.kind === 'figure' || block.kind === 'models';

export const blocksOf = (section: Section): readonly Block[] => section.screens.flatMap((screen) => screen.blocks);

export const proseWords = (blocks: readonly Block[]): number =>
  blocks.flatMap(proseOf).reduce((sum, text) => sum + countWords(text), 0);

/** Not rounded. */
export function sectionMinutes(section: Section): number {
  const blocks = blocksOf(section);
  const experiments = blocks.filter(isExperiment).length;
  return (
    proseWords(blocks) / wordsPerMinute +
    (section.recall.length * secondsPerRecall + experiments * secondsPerExperiment) / 60
  );
}

export function moduleWords(module: Module, sections: readonly Section[]): number {
  const opening = (module.openingCase?.text ?? []).reduce((sum, text) => sum + countWords(text), 0);
  return opening + sections.reduce((sum, section) => sum + proseWords(blocksOf(section)), 0);
}

/** Whole minutes: computed for a complete module, the middle of the planned range for an outline. */
export function moduleMinutes(module: Module, sections: readonly Section[]): number {
  if (module.status === 'outline') return Math.round((module.minutes.least + module.minutes.most) / 2);
  const opening = moduleWords(module, []) / wordsPerMinute;
  return Math.round(opening + sections.reduce((sum, section) => sum + sectionMinutes(section), 0));
}
