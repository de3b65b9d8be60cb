import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeckCard } from '#content/compiled.ts';
import { plainText } from '#content/markup.ts';
import { runOfBoard } from '#figures/play/run-of-board.ts';
import { Prose } from '#figures/prose.tsx';
import { RunView } from '#figures/run-view.tsx';
import { useRunPlayer } from '#figures/use-run-player.ts';
import { told } from '#puzzles/prove.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { unlessUnavailable } from '#services/unless-unavailable.ts';
import { replayAll, type Replay } from '#simulator/replay.ts';
import { AnsweredOptions } from '#ui/answered-options.tsx';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { announce } from '#ui/live-region.tsx';
import { hiddenBlank } from '#ui/markup.tsx';
import type { PlaceProps } from './playing.tsx';
import { Proof } from './proof.tsx';
import { LabLink } from './puzzle-top.tsx';
import type { PuzzleData } from './puzzle-screen.tsx';
import styles from './puzzle-screen.module.css';
import { ShareLink } from './share-link.tsx';
import { helpIn, pathOf, type Sitting, type Table } from './sitting.ts';

interface PuzzleEndProps extends PlaceProps {
  readonly data: PuzzleData;
}

/** The round is solved: how, why each step was needed, the proof, what it means, and what comes next. */
export function PuzzleEnd(props: PuzzleEndProps) {
  const { model, table, sitting, data } = props;
  const { asked, board } = table;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    announce(verdictOf(props));
  }, []);
  const { puzzle, module } = data;
  const rounds = puzzle.rounds;
  const next = rounds[rounds.findIndex(({ id }) => id === asked.id) + 1];
  return (
    <>
      <div class={styles.table}>
        <h2 class={styles.verdict} ref={heading} tabIndex={-1}>
          {verdictOf(props)}
        </h2>
        <Replays table={table} sitting={sitting} />
        {sitting.by === 'claim' && <Proof round={asked} bounds={board.bounds} />}
      </div>
      <div class={styles.after}>
        {asked.explanation.map((text, place) => (
          <p key={place} class="read">
            <Prose text={text} />
          </p>
        ))}
        <Whys table={table} />
        <Traps table={table} />
        <Prediction model={model} />
        {sitting.by === 'moves' && <Proof round={asked} bounds={board.bounds} />}
        <Cards ids={puzzle.cards} />
        <p class="quiet">
          It belongs to <a href={href(`/learn/${puzzle.module}/${puzzle.section}/`)}>a section of {module?.id}</a> and
          to <a href={href(`/concepts/${puzzle.concept}/`)}>its concept</a>.
        </p>
        <ShareLink model={model} table={table} sitting={sitting} />
        <Button onClick={() => void model.climb('alone')}>Play it again</Button>
        <LabLink table={table} />
        <Foot>
          {next ? (
            <Button variant="go" onClick={() => void model.openRound(next)}>
              Next round: {plainText(next.ask).length > 40 ? 'one rule is changed' : plainText(next.ask)}
            </Button>
          ) : (
            <Button variant="go" href={href('/puzzles/')}>
              All puzzles
            </Button>
          )}
        </Foot>
      </div>
    </>
  );
}

function verdictOf({ table: { asked }, sitting }: PlaceProps): string {
  if (sitting.by === 'claim') return 'Right: it cannot be done.';
  const { length } = sitting.play.replay.steps;
  const par = asked.truth.kind === 'possible' ? asked.truth.par : length;
  const took = `Solved in ${length} ${length === 1 ? 'move' : 'moves'}`;
  const help = helpIn(sitting) > 0 ? ', with help' : '';
  return length <= par ? `${took}${help}. No way is shorter.` : `${took}${help}. Par is ${par}.`;
}

/** One’s own way, and where it is another, a shortest one. */
function Replays({ table: { asked, board }, sitting }: { readonly table: Table; readonly sitting: Sitting }) {
  const own = sitting.play.replay;
  const shortest = useMemo(() => replayAll(board.system, pathOf(asked)).replay, [board, asked]);
  const [isOwn, setOwn] = useState(sitting.by === 'moves');
  if (own.steps.length === 0 && shortest.steps.length === 0) return null;
  const isOther = sitting.by === 'moves' && shortest.steps.length < own.steps.length;
  const replay = isOwn || shortest.steps.length === 0 ? own : shortest;
  return (
    <>
      {isOther && (
        <div class={styles.rounds} role="group" aria-label="Which way">
          <Button isPressed={isOwn} onClick={() => setOwn(true)}>
            Your way
          </Button>
          <Button isPressed={!isOwn} onClick={() => setOwn(false)}>
            A shortest way
          </Button>
        </div>
      )}
      <Replayed key={isOwn} board={board} replay={replay} title={isOwn ? 'Your run' : 'A shortest run'} />
    </>
  );
}

interface ReplayedProps extends Pick<Table, 'board'> {
  readonly replay: Replay<unknown, unknown>;
  readonly title: string;
}

function Replayed({ board, replay, title }: ReplayedProps) {
  const run = useMemo(() => runOfBoard(board, replay), [board, replay]);
  const player = useRunPlayer(run.events.length, run.events.length);
  return run.events.length === 0 ? null : <RunView run={run} title={title} player={player} isPlayable />;
}

/** The moves of a shortest way, each with what it was for. */
function Whys({ table: { asked, board } }: { readonly table: Table }) {
  const moves = useMemo(() => told(board, pathOf(asked)), [board, asked]);
  if (moves.length === 0) return null;
  return (
    <section class="stack">
      <h2>Why each step</h2>
      <ol class={styles.whys}>
        {moves.map((move, place) => {
          const why = asked.why?.find(({ of }) => of === move)?.text;
          return (
            <li key={place}>
              <strong>{move}.</strong> {why !== undefined && <Prose text={why} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Traps({ table: { asked } }: { readonly table: Table }) {
  if (asked.traps.length === 0) return null;
  return (
    <section class="stack">
      <h2>What does not do it</h2>
      <ul class={styles.whys}>
        {asked.traps.map(({ id, text }) => (
          <li key={id}>
            <Prose text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Prediction({ model }: Pick<PlaceProps, 'model'>) {
  const { asked, prediction } = model.state.value;
  if (prediction === null) return null;
  const { answer, options } = asked.prediction;
  const shown = options.filter(({ id }) => id === prediction.choice || id === answer);
  return (
    <section class="stack">
      <h2>{prediction.isRight ? 'You saw it coming' : 'You expected something else'}</h2>
      <AnsweredOptions
        options={shown.map(({ id, text, why }) => ({ id, text: <Prose text={text} />, why: <Prose text={why} /> }))}
        chosen={[prediction.choice]}
        right={[answer]}
        chosenNote="You predicted this."
      />
      {!prediction.isRight && <p class="quiet">Good one to fix: its card comes back tomorrow.</p>}
    </section>
  );
}

/** What solving it added to the reviews. */
function Cards({ ids }: { readonly ids: readonly string[] }) {
  const { content } = useServices();
  const [cards, setCards] = useState<readonly DeckCard[]>([]);
  useEffect(() => {
    const load = async () => {
      const deck = await content.deck().catch(unlessUnavailable);
      setCards(deck?.cards.filter(({ id }) => ids.includes(id)) ?? []);
    };
    void load();
  }, []);
  if (cards.length === 0) return null;
  return (
    <section class="stack">
      <h2>{cards.length === 1 ? 'A card joins your reviews' : `${cards.length} cards join your reviews`}</h2>
      <ul class={styles.whys}>
        {cards.map(({ id, prompt }) => (
          <li key={id}>
            <Prose text={prompt} blank={hiddenBlank} />
          </li>
        ))}
      </ul>
    </section>
  );
}
