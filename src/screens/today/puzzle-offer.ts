import type { Deck, ModuleSummary, PuzzleIndex, PuzzleSummary } from '#content/compiled.ts';
import type { PuzzleRow, SectionRow } from '#progress/rows.ts';

/** One puzzle for today. */
export interface PuzzleOffer {
  readonly puzzle: PuzzleSummary;
  /** Its name. */
  readonly concept: string;
  /** The goal of the round that is played next. */
  readonly ask: string;
  readonly hue: ModuleSummary['hue'] | undefined;
  readonly isBegun: boolean;
}

interface Shelf extends PuzzleIndex, Pick<Deck, 'concepts'> {
  readonly modules: readonly ModuleSummary[];
}

/** One that was begun; else one whose section was read, the latest read first. What is not read yet is not asked. */
export function puzzleToOffer(
  { puzzles, modules, concepts }: Shelf,
  sections: readonly SectionRow[],
  rows: readonly PuzzleRow[],
): PuzzleOffer | null {
  const rowOf = ({ id }: PuzzleSummary) => rows.find(({ puzzle }) => puzzle === id);
  const roundOf = (puzzle: PuzzleSummary) => puzzle.rounds.find(({ id }) => !rowOf(puzzle)?.rounds[id]?.isSolved);
  const readAt = ({ section: own }: PuzzleSummary) =>
    sections.find(({ section, isRead }) => isRead && section === own)?.lastAt ?? -1;
  const open = puzzles.filter((puzzle) => roundOf(puzzle) !== undefined);
  const begun = open.filter((puzzle) => rowOf(puzzle) !== undefined);
  const read = open.filter((puzzle) => readAt(puzzle) >= 0);
  const puzzle =
    begun.toSorted((one, other) => (rowOf(other)?.lastAt ?? 0) - (rowOf(one)?.lastAt ?? 0))[0] ??
    read.toSorted((one, other) => readAt(other) - readAt(one))[0];
  if (puzzle === undefined) return null;
  return {
    puzzle,
    concept: concepts.find(({ id }) => id === puzzle.concept)?.name ?? '',
    ask: roundOf(puzzle)?.ask ?? '',
    hue: modules.find(({ id }) => id === puzzle.module)?.hue,
    isBegun: begun.includes(puzzle),
  };
}
