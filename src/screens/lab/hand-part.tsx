import { useMemo, useState } from 'preact/hooks';
import { GrowingDiagram } from '#figures/play/growing-diagram.tsx';
import type { Filter } from '#figures/play/move-groups.ts';
import { MoveList } from '#figures/play/move-list.tsx';
import { OtherWays } from '#figures/play/other-ways.tsx';
import { canStepBack, follow, makeMove, restart, stepBack } from '#figures/play/play.ts';
import { choicesOf, runOfBoard } from '#figures/play/run-of-board.ts';
import { stateOf } from '#simulator/replay.ts';
import { sentence } from '#simulator/sentence.ts';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Hand } from './hand.ts';
import type { LabModel, Standing } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { VerdictPart } from './verdict-part.tsx';
import { brokenText, movesText } from './words.ts';

interface HandPartProps {
  readonly model: LabModel;
  readonly standing: Standing;
  readonly hand: Hand;
}

/** Every move is the reader's, faults too: the diagram grows, and under it stand the moves that are possible now. */
export function HandPart({ model, standing, hand }: HandPartProps) {
  const { board, play, linkFault } = hand;
  const [filter, setFilter] = useState<Filter | null>(null);
  const run = useMemo(() => runOfBoard(board, play.replay), [board, play.replay]);
  const choices = useMemo(() => choicesOf(board, stateOf(play.replay)), [board, play.replay]);
  const move = (index: number) => {
    if (filter?.by === 'packet') setFilter(null);
    model.playOn((before) => makeMove(board.system, before, index));
    speak(model);
  };
  const goBack = (change: typeof stepBack) => () => {
    model.playOn(change);
    announce(`Back at move ${model.standing.peek()?.count ?? 0}.`);
  };
  return (
    <section class={styles.part} aria-label="The run">
      {linkFault && <Notice>{linkWords[linkFault]}</Notice>}
      <GrowingDiagram
        run={run}
        title={standing.setUp.entry.name}
        onPacket={(words) => setFilter({ by: 'packet', words })}
        note={movesText(standing.count)}
      />
      <VerdictPart standing={standing} onShow={undefined} />
      <h2>Moves</h2>
      <MoveList
        choices={choices}
        nodes={board.names}
        filter={filter}
        onFilter={setFilter}
        onMove={move}
        none="Nothing can happen any more. Step back to go another way."
      />
      <div class={styles.buttons}>
        <Button isOff={!canStepBack(play)} onClick={goBack(stepBack)}>
          Step back
        </Button>
        <Button isOff={!canStepBack(play)} onClick={goBack(restart)}>
          Restart
        </Button>
      </div>
      <OtherWays play={play} onFollow={(way) => model.playOn((before) => follow(board.system, before, way))} />
    </section>
  );
}

const linkWords = {
  stale:
    'This link is older than the lab: its moves no longer lead where they did. The cluster stands at its beginning.',
  broken:
    'This link does not lead to a position of the lab. A letter may be missing. The cluster stands at its beginning.',
};

/** The move that was made, and what it broke, for those who do not see the picture. */
function speak(model: LabModel): void {
  const standing = model.standing.peek();
  const kept = standing?.run.kept() ?? [];
  const last = kept.at(-1);
  if (!standing || !last) return;
  const before = kept.at(-2)?.world ?? standing.run.before();
  const violation = standing.run.violation();
  const broken = violation?.step === kept.length ? ` ${brokenText(violation)}` : '';
  announce(`${sentence(standing.setUp.setup, before, last.move)}.${broken}`);
}
