/** The course as this build ships it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckBank, ConceptPages, Deck, ModuleContent, ProvenPuzzle, PuzzlePages } from '#content/compiled.ts';
import { thisVersion } from './builds.ts';

/** Read when asked for: the specs are collected before the build is made. */
function shipped<Content>(name: string): Content {
  const folder = join(thisVersion.outDir, 'content');
  const file = readdirSync(folder).find(
    (each) => each.startsWith(`${name}-`) && /^-\w+\.json$/.test(each.slice(name.length)),
  );
  if (file === undefined) throw new Error(`the build ships no ${name}`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Content;
}

export const deck = (): Deck => shipped('cards');
export const checkBank = (module: string): CheckBank => shipped(`check-${module}`);
export const moduleContent = (module: string): ModuleContent => shipped(`module-${module}`);
export const conceptPages = (): ConceptPages => shipped('concepts');
export const puzzlesOf = (module: string): readonly ProvenPuzzle[] => shipped<PuzzlePages>(`puzzles-${module}`).puzzles;
