import { useEffect, useMemo } from 'preact/hooks';
import type { ModuleSummary, PuzzleSummary } from '#content/compiled.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { LinkRow } from '#ui/link-row.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { PageHeader } from '../page-header.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { createPuzzlesModel, type Standing } from './puzzles-model.ts';

interface PuzzlesData {
  readonly puzzles: readonly PuzzleSummary[];
  readonly modules: readonly ModuleSummary[];
  /** By concept. */
  readonly names: Readonly<Record<string, string>>;
}

export const puzzlesScreen: Screen<PuzzlesData> = {
  load: async (_params, content) => {
    const [{ puzzles }, { modules }, { concepts }] = await Promise.all([
      content.puzzles(),
      content.track(),
      content.concepts(),
    ]);
    const used = concepts.filter(({ id }) => puzzles.some(({ concept }) => concept === id));
    return { puzzles, modules, names: Object.fromEntries(used.map(({ id, name }) => [id, name])) };
  },
  title: () => 'Puzzles',
  View: PuzzlesView,
};

function PuzzlesView({ data: { puzzles, modules, names } }: { readonly data: PuzzlesData }) {
  const services = useServices();
  const model = useMemo(() => createPuzzlesModel(services), []);
  useEffect(() => model.watch(), []);
  return (
    <>
      <PageHeader title="Puzzles" back={{ path: '/practise/', name: 'Practise' }} />
      <p class="read">
        You are the network, the clock or the crash. Reach the goal in as few moves as you can, or say that it cannot be
        done. Every answer here is proven, by trying everything.
      </p>
      {puzzles.length === 0 && <p class="quiet">There are no puzzles yet.</p>}
      {modules.map(({ id, title, hue }) => {
        const own = puzzles.filter(({ module }) => module === id);
        if (own.length === 0) return null;
        return (
          <section key={id} class="stack" data-hue={hue}>
            <h2>
              {id} {title}
            </h2>
            <Sheet tone="list">
              {own.map((puzzle) => (
                <LinkRow
                  key={puzzle.id}
                  href={href(`/puzzles/${puzzle.id}/`)}
                  end={standingWords(model.standing(puzzle), puzzle)}
                >
                  {puzzle.title}
                  <small class="quiet"> · {names[puzzle.concept]}</small>
                </LinkRow>
              ))}
            </Sheet>
          </section>
        );
      })}
      <StorageNotice fault={model.fault.value} onRetry={() => void model.load()} />
    </>
  );
}

function standingWords(standing: Standing | null, { rounds }: PuzzleSummary): string {
  const all = `${rounds.length} ${rounds.length === 1 ? 'round' : 'rounds'}`;
  if (standing === null || standing.kind === 'new') return all;
  if (standing.kind === 'solved') return 'solved';
  return standing.solved === 0 ? 'tried' : `${standing.solved} of ${rounds.length} solved`;
}
