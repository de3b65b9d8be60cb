import { useMemo, useState } from 'preact/hooks';
import { faultsLeft } from '#figures/play/faults-left.ts';
import { GrowingDiagram } from '#figures/play/growing-diagram.tsx';
import type { Filter } from '#figures/play/move-groups.ts';
import { MoveList } from '#figures/play/move-list.tsx';
import { OtherWays } from '#figures/play/other-ways.tsx';
import { canStepBack } from '#figures/play/play.ts';
import { choicesOf, runOfBoard } from '#figures/play/run-of-board.ts';
import { Prose } from '#figures/prose.tsx';
import { standingOf } from '#puzzles/judge.ts';
import { stateOf } from '#simulator/replay.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { announce } from '#ui/live-region.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { plainText } from '#content/markup.ts';
import type { PuzzleModel } from './puzzle-model.ts';
import { PuzzleAbout } from './puzzle-top.tsx';
import styles from './puzzle-screen.module.css';
import { Rungs } from './rungs.tsx';
import { ShareLink } from './share-link.tsx';
import type { Sitting, Table } from './sitting.ts';
import { useSpokenMoves } from './use-spoken-moves.ts';

export interface PlaceProps {
  readonly model: PuzzleModel;
  readonly table: Table;
  readonly sitting: Sitting;
}

export function Playing({ model, table, sitting }: PlaceProps) {
  const { board, shown } = table;
  const { play } = sitting;
  const [filter, setFilter] = useState<Filter | null>(null);
  const run = useMemo(() => runOfBoard(board, play.replay), [board, play.replay]);
  const standing = standingOf(board, shown, play.replay);
  const choices = useMemo(() => choicesOf(board, stateOf(play.replay)), [board, play.replay]);
  useSpokenMoves(run, standing.moves, standing.live);
  const stepBack = () => model.apply({ kind: 'stepBack' });
  const hint = () => {
    const next = shown.hints[sitting.hints];
    model.apply({ kind: 'hint' });
    if (next !== undefined) announce(`Hint: ${plainText(next)}`);
  };
  useShortcuts({ u: stepBack, h: hint });
  const left = faultsLeft(board, stateOf(play.replay));
  return (
    <>
      <div class={styles.table}>
        <GrowingDiagram
          run={run}
          title={shown.live === '' ? 'The run so far' : standing.live}
          onPacket={(words) => setFilter({ by: 'packet', words })}
          note={left.join(' · ')}
        />
        <MoveList
          choices={choices}
          nodes={board.names}
          filter={filter}
          onFilter={setFilter}
          onMove={(index) => {
            if (filter?.by === 'packet') setFilter(null);
            model.apply({ kind: 'move', index });
          }}
          none={noneWords(standing.isOutOfBounds)}
        />
      </div>
      <div class={styles.after}>
        <Hints model={model} table={table} sitting={sitting} />
        <Actions model={model} table={table} sitting={sitting} onBack={stepBack} onHint={hint} />
        <OtherWays play={play} onFollow={(way) => model.apply({ kind: 'follow', way })} />
        <Rungs model={model} sitting={sitting} />
        <PuzzleAbout model={model} table={table} />
        <Par model={model} sitting={sitting} />
        <ShareLink model={model} table={table} sitting={sitting} />
      </div>
    </>
  );
}

const noneWords = (isOutOfBounds: boolean): string =>
  isOutOfBounds
    ? 'The model’s bounds end here: nothing further is explored. Step back to go another way.'
    : 'Nothing can happen any more. Step back to go another way.';

function Hints({ table: { shown }, sitting: { hints } }: PlaceProps) {
  if (hints === 0) return null;
  return (
    <ol class={styles.hints} aria-label="Hints">
      {shown.hints.slice(0, hints).map((text, place) => (
        <li key={place}>
          <Prose text={text} />
        </li>
      ))}
    </ol>
  );
}

/** The par says whether it can be done: so it is told when it is asked for, and counts as a hint. */
function Par({ model, sitting: { isParTold, rung } }: Pick<PlaceProps, 'model' | 'sitting'>) {
  if (isParTold) return <p class={styles.par}>{parWords(model)}</p>;
  if (rung !== 'alone') return null;
  return (
    <div class={styles.aside}>
      <Button variant="quiet" onClick={() => model.apply({ kind: 'tellPar' })}>
        Show the par, and whether it can be done
      </Button>
    </div>
  );
}

export function parWords(model: PuzzleModel): string {
  const { truth } = model.state.value.asked;
  if (truth.kind === 'impossible') return 'There is no par: it cannot be done.';
  return `Par: ${truth.par} ${truth.par === 1 ? 'move' : 'moves'}. It can be done.`;
}

interface ActionsProps extends PlaceProps {
  readonly onBack: () => void;
  readonly onHint: () => void;
}

function Actions({ model, table: { shown }, sitting, onBack, onHint }: ActionsProps) {
  const { play, hints, rung } = sitting;
  const more = shown.hints.length - hints;
  return (
    <Foot keys="1–9 make a move · U steps back · H gives a hint">
      <div class={styles.actions}>
        <Button isOff={!canStepBack(play)} onClick={onBack} shortcut="U">
          Step back
        </Button>
        <Button isOff={!canStepBack(play)} onClick={() => model.apply({ kind: 'restart' })}>
          Restart
        </Button>
        <Button isOff={more === 0} onClick={onHint} shortcut="H">
          {more === 0 ? 'No more hints' : `Hint ${hints + 1} of ${shown.hints.length}`}
        </Button>
      </div>
      {rung === 'alone' && <Button onClick={() => model.apply({ kind: 'claim' })}>This cannot be done</Button>}
    </Foot>
  );
}
