import { useEffect, useMemo } from 'preact/hooks';
import type { ModuleSummary, ProvenPuzzle, PuzzlePages } from '#content/compiled.ts';
import { useServices } from '#services/services.ts';
import { PageHeader } from '../page-header.tsx';
import { References } from '../references.tsx';
import type { Screen } from '../screen.ts';
import { StorageNotice } from '../storage-notice.tsx';
import { createPuzzleModel, type PuzzleModel } from './puzzle-model.ts';
import { Predict } from './predict.tsx';
import { PuzzleEnd } from './puzzle-end.tsx';
import { PuzzleTop } from './puzzle-top.tsx';
import styles from './puzzle-screen.module.css';
import { RungEnd } from './rung-end.tsx';
import { Playing } from './playing.tsx';
import { Watching } from './watching.tsx';
import { Claimed } from './claimed.tsx';

export interface PuzzleData {
  readonly puzzle: ProvenPuzzle;
  readonly module: ModuleSummary | undefined;
  readonly pages: Pick<PuzzlePages, 'meanings' | 'sources'>;
}

export const puzzleScreen: Screen<PuzzleData> = {
  load: async ({ puzzle: id = '' }, content) => {
    const [{ puzzles }, { modules }] = await Promise.all([content.puzzles(), content.track()]);
    const summary = puzzles.find((each) => each.id === id);
    const pages = summary && (await content.puzzlesOf(summary.module));
    const puzzle = pages?.puzzles.find((each) => each.id === id);
    return pages && puzzle && { puzzle, pages, module: modules.find((each) => each.id === puzzle.module) };
  },
  title: ({ puzzle }) => puzzle.title,
  View: PuzzleView,
};

function PuzzleView({ data }: { readonly data: PuzzleData }) {
  const { puzzle, module, pages } = data;
  const services = useServices();
  const model = useMemo(() => createPuzzleModel(services, puzzle), []);
  const { asked, sitting, fault } = model.state.value;
  useAddress(model);
  useNewStage(`${asked.id} ${sitting?.stage} ${sitting?.rung}`);
  const isBegun = sitting !== null && sitting.stage !== 'solved' && sitting.play.replay.steps.length > 0;
  useEffect(() => (isBegun ? services.navigation.holdUpdates() : undefined), [isBegun]);
  return (
    <References sources={pages.sources} meanings={pages.meanings}>
      <div class={styles.page} data-hue={module?.hue} data-stage={sitting?.stage} data-wide>
        <div class={styles.top}>
          <PageHeader title={puzzle.title} back={{ path: '/puzzles/', name: 'Puzzles' }} end={movesWords(model)} />
          <PuzzleTop puzzle={puzzle} model={model} />
        </div>
        <Stage data={data} model={model} />
        <StorageNotice fault={fault} onRetry={() => void model.retry()} />
      </div>
    </References>
  );
}

function movesWords(model: PuzzleModel): string | undefined {
  const { sitting } = model.state.value;
  if (sitting === null || sitting.stage === 'watch') return undefined;
  const { length } = sitting.play.replay.steps;
  return `${length} ${length === 1 ? 'move' : 'moves'}`;
}

function Stage({ data, model }: { readonly data: PuzzleData; readonly model: PuzzleModel }) {
  const { rows, asked, prediction, table, sitting, boardFault } = model.state.value;
  if (boardFault !== null) return <p class={styles.after}>This puzzle cannot be set up here: {boardFault}.</p>;
  if (rows !== null && prediction === null && sitting === null) return <Predict key={asked.id} model={model} />;
  if (!table || !sitting) return <div class={styles.table} />;
  const place = { model, table, sitting };
  switch (sitting.stage) {
    case 'watch':
      return <Watching key={`${asked.id} ${sitting.rung}`} {...place} />;
    case 'play':
      return <Playing key={`${asked.id} ${sitting.rung}`} {...place} />;
    case 'claimed':
      return <Claimed {...place} />;
    case 'solved':
      return sitting.rung === 'alone' ? <PuzzleEnd {...place} data={data} /> : <RungEnd {...place} />;
  }
}

/** Another stage is another page: it begins at its top, and where the button that brought it is gone, with the goal. */
function useNewStage(stage: string): void {
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('[data-goal]')?.focus({ preventScroll: true });
  }, [stage]);
}

/** The #hash is a shared position: it is opened once, and then the address is the puzzle's again. */
function useAddress(model: PuzzleModel) {
  useEffect(() => {
    const open = () => {
      const hash = location.hash.slice(1);
      if (hash !== '') history.replaceState(history.state, '', `${location.pathname}${location.search}`);
      return model.load(hash);
    };
    void open();
    const follow = () => location.hash !== '' && void open();
    const leave = () => document.visibilityState === 'hidden' && model.keepPlace();
    addEventListener('hashchange', follow);
    document.addEventListener('visibilitychange', leave);
    const stop = model.watch();
    return () => {
      removeEventListener('hashchange', follow);
      document.removeEventListener('visibilitychange', leave);
      stop();
    };
  }, []);
}
