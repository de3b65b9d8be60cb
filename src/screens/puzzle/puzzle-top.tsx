import type { ProvenPuzzle } from '#content/compiled.ts';
import { labLinkOfPuzzle } from '#figures/lab-link.ts';
import { Prose } from '#figures/prose.tsx';
import { standingOf } from '#puzzles/judge.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import type { LinkFault, PuzzleModel } from './puzzle-model.ts';
import styles from './puzzle-screen.module.css';
import { caveat } from './puzzle-words.ts';
import type { Table } from './sitting.ts';

interface PuzzleTopProps {
  readonly puzzle: ProvenPuzzle;
  readonly model: PuzzleModel;
}

/** Who one is, and what is to be done: the question and its live sentence stay in view. */
export function PuzzleTop({ puzzle, model }: PuzzleTopProps) {
  const { asked, table, sitting, linkFault } = model.state.value;
  const isTwin = table !== null && table.shown.id !== asked.id && sitting?.stage !== 'solved';
  return (
    <>
      {linkFault && <Notice>{linkWords[linkFault]}</Notice>}
      {sitting === null && <Rounds model={model} />}
      <section class={styles.goal} aria-label="The goal" tabIndex={-1} data-goal>
        {isTwin && <p class={styles.twin}>First, {sitting?.stage === 'watch' ? 'watch' : 'practise'} this one:</p>}
        <p class={styles.ask}>
          <Prose text={(isTwin ? table.shown : asked).ask} />
        </p>
        {table && sitting && (
          <p class={styles.live}>{standingOf(table.board, table.shown, sitting.play.replay).live}</p>
        )}
      </section>
      {sitting === null && <Story puzzle={puzzle} />}
    </>
  );
}

/** Once one plays, what is rarely looked up stands below the moves. */
export function PuzzleAbout({ model, table }: { readonly model: PuzzleModel; readonly table: Table }) {
  return (
    <>
      <Disclosure summary="The story and the rules">
        <Story puzzle={model.puzzle} />
        <p class="quiet">Within: {table.board.bounds.join(', ')}.</p>
        <p class="quiet">{caveat}</p>
      </Disclosure>
      <Rounds model={model} />
      <LabLink table={table} />
    </>
  );
}

/** The round's cluster, for whoever wants to try something else. What is written by hand the lab does not have. */
export function LabLink({ table: { board, shown } }: { readonly table: Table }) {
  if (board.picture.kind !== 'worlds') return null;
  return (
    <p>
      <Button variant="quiet" href={labLinkOfPuzzle(shown.system)}>
        Open in the lab
      </Button>
    </p>
  );
}

const linkWords: Readonly<Record<LinkFault, string>> = {
  stale:
    'This link is older than the puzzle: its moves no longer lead where they did. The puzzle starts from its beginning.',
  broken:
    'This link does not lead to a position of this puzzle. A letter may be missing. The puzzle starts from its beginning.',
};

const Story = ({ puzzle }: Pick<PuzzleTopProps, 'puzzle'>) => (
  <div class={styles.paragraphs}>
    {puzzle.story.map((text, place) => (
      <p key={place} class="read">
        <Prose text={text} />
      </p>
    ))}
  </div>
);

/** The question, then its opposite: none is locked. */
function Rounds({ model }: Pick<PuzzleTopProps, 'model'>) {
  const { asked, row } = model.state.value;
  const { rounds } = model.puzzle;
  if (rounds.length === 1) return null;
  return (
    <div class={styles.rounds} role="group" aria-label="Rounds">
      {rounds.map((round, place) => (
        <Button key={round.id} isPressed={round.id === asked.id} onClick={() => void model.openRound(round)}>
          Round {place + 1}
          {row?.rounds[round.id]?.isSolved && <span class={styles.done}>solved</span>}
        </Button>
      ))}
    </div>
  );
}
