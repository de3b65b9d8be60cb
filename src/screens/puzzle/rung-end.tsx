import { useEffect, useMemo, useRef } from 'preact/hooks';
import { GrowingDiagram } from '#figures/play/growing-diagram.tsx';
import { runOfBoard } from '#figures/play/run-of-board.ts';
import { rungs } from '#puzzles/ladder.ts';
import { standingOf } from '#puzzles/judge.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import type { PlaceProps } from './playing.tsx';
import styles from './puzzle-screen.module.css';
import { rungWords } from './puzzle-words.ts';
import { Rungs } from './rungs.tsx';

/** The end of a worked example: the next rung of the ladder. */
export function RungEnd({ model, table: { shown, board }, sitting }: PlaceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { play, rung, guesses } = sitting;
  const run = useMemo(() => runOfBoard(board, play.replay), [board, play.replay]);
  const next = rungs[rungs.indexOf(rung) + 1] ?? 'alone';
  return (
    <>
      <div class={styles.table}>
        <h2 class={styles.verdict} ref={heading} tabIndex={-1}>
          The goal is reached.
        </h2>
        <p>{standingOf(board, shown, play.replay).live}</p>
        {guesses.of > 0 && (
          <p class="quiet">
            You saw {guesses.right} of {guesses.of} moves coming.
          </p>
        )}
        <GrowingDiagram run={run} title="The whole run" />
      </div>
      <div class={styles.after}>
        <Rungs model={model} sitting={sitting} />
        <Foot>
          <Button variant="go" onClick={() => void model.climb(next)}>
            {next === 'alone' ? 'Now alone' : `Next: ${rungWords[next].toLowerCase()}`}
          </Button>
        </Foot>
      </div>
    </>
  );
}
