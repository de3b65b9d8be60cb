import { useEffect, useState } from 'preact/hooks';
import type { PuzzleSummary } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';
import { LinkRow } from '#ui/link-row.tsx';
import { Sheet } from '#ui/sheet.tsx';

interface PuzzleLinksProps {
  readonly title: string;
  /** Whose they are. */
  readonly of: { readonly section: string } | { readonly concept: string };
}

/** The puzzles of a section, or of a concept; nothing where there are none. */
export function PuzzleLinks({ title, of }: PuzzleLinksProps) {
  const { content, progress } = useServices();
  const [puzzles, setPuzzles] = useState<readonly (PuzzleSummary & { readonly isSolved: boolean })[]>([]);
  useEffect(() => {
    const load = async () => {
      const [index, rows] = await Promise.all([content.puzzles().catch(unlessUnavailable), progress.rows('puzzle')]);
      const own = index?.puzzles.filter((puzzle) =>
        'section' in of ? puzzle.section === of.section : puzzle.concept === of.concept,
      );
      const solved = new Map(rows.ok ? rows.value.map((row) => [row.puzzle, row.rounds]) : []);
      setPuzzles(
        (own ?? []).map((puzzle) => ({
          ...puzzle,
          isSolved: puzzle.rounds.every(({ id }) => solved.get(puzzle.id)?.[id]?.isSolved),
        })),
      );
    };
    void load();
  }, []);
  if (puzzles.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Sheet tone="list">
        {puzzles.map(({ id, title: name, rounds, isSolved }) => (
          <LinkRow key={id} href={href(`/puzzles/${id}/`)} end={isSolved ? 'solved' : roundsWords(rounds.length)}>
            {name}
          </LinkRow>
        ))}
      </Sheet>
    </section>
  );
}

const roundsWords = (count: number): string => `${count} ${count === 1 ? 'round' : 'rounds'}`;
