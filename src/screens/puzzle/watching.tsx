import { useMemo } from 'preact/hooks';
import { GrowingDiagram } from '#figures/play/growing-diagram.tsx';
import { MoveList } from '#figures/play/move-list.tsx';
import { choicesOf, runOfBoard } from '#figures/play/run-of-board.ts';
import { Prose } from '#figures/prose.tsx';
import { standingOf } from '#puzzles/judge.ts';
import { stateOf } from '#simulator/replay.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import type { PlaceProps } from './playing.tsx';
import { PuzzleAbout } from './puzzle-top.tsx';
import styles from './puzzle-screen.module.css';
import { Rungs } from './rungs.tsx';
import { pathOf, type Guess } from './sitting.ts';
import { useSpokenMoves } from './use-spoken-moves.ts';

/** A solved round, move by move: which comes next is said before it is seen. */
export function Watching({ model, table, sitting }: PlaceProps) {
  const { board, shown } = table;
  const { play, guesses } = sitting;
  const run = useMemo(() => runOfBoard(board, play.replay), [board, play.replay]);
  const choices = useMemo(() => choicesOf(board, stateOf(play.replay)), [board, play.replay]);
  const { live, moves } = standingOf(board, shown, play.replay);
  useSpokenMoves(run, moves, live, guesses.last ? guessWords(guesses.last) : '');
  const why = shown.why?.find(({ of }) => of === guesses.last?.came)?.text;
  return (
    <>
      <div class={styles.table}>
        <GrowingDiagram run={run} title={live} />
        {guesses.last && (
          <div class={styles.guess} data-right={guesses.last.isRight}>
            <p>
              <strong>{guessWords(guesses.last)}</strong>
            </p>
            {why !== undefined && (
              <p>
                <Prose text={why} />
              </p>
            )}
          </div>
        )}
        <h2 class={styles.kind}>
          Move {moves + 1} of {pathOf(shown).length}: which comes next on the way to the goal?
        </h2>
        <MoveList
          label="Which move comes next?"
          choices={choices}
          nodes={board.names}
          filter={null}
          onFilter={() => {}}
          onMove={(index) => model.apply({ kind: 'guess', index })}
          none=""
        />
      </div>
      <div class={styles.after}>
        <Rungs model={model} sitting={sitting} />
        <PuzzleAbout model={model} table={table} />
        <Foot hint="Nothing here is scored.">
          <Button onClick={() => model.apply({ kind: 'guess', index: null })}>Show me the move</Button>
        </Foot>
      </div>
    </>
  );
}

function guessWords({ isRight, guessed, came }: Guess): string {
  if (isRight) return `Right: ${came}.`;
  return guessed === null ? `It goes on: ${came}.` : `Another move comes: ${came}.`;
}
