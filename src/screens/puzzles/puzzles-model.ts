import { signal } from '@preact/signals';
import type { PuzzleSummary } from '#content/compiled.ts';
import type { PuzzleRow } from '#progress/rows.ts';
import type { StorageFault } from '#services/progress-service.ts';
import type { Services } from '#services/services.ts';

export interface Standing {
  readonly kind: 'new' | 'tried' | 'solved';
  /** How many rounds were solved. */
  readonly solved: number;
}

function standingOf({ rounds }: PuzzleSummary, row: PuzzleRow | undefined): Standing {
  const solved = rounds.filter(({ id }) => row?.rounds[id]?.isSolved).length;
  const kind = row === undefined ? 'new' : solved === rounds.length ? 'solved' : 'tried';
  return { kind, solved };
}

/** How each puzzle stands, kept in step with the log. */
export function createPuzzlesModel({ progress }: Services) {
  const rows = signal<readonly PuzzleRow[] | null>(null);
  const fault = signal<StorageFault | null>(null);
  const load = async () => {
    const read = await progress.rows('puzzle');
    fault.value = read.ok ? null : read.fault;
    if (read.ok) rows.value = read.value;
  };
  return {
    fault,
    load,
    watch: () => {
      void load();
      return progress.subscribe((kinds) => {
        if (kinds.has('puzzle')) void load();
      });
    },
    /** `null` until the log was read. */
    standing: (puzzle: PuzzleSummary): Standing | null =>
      rows.value &&
      standingOf(
        puzzle,
        rows.value.find((row) => row.puzzle === puzzle.id),
      ),
  };
}
