import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Run } from '#content/figure.ts';
import { plainText } from '#content/markup.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { announce } from '#ui/live-region.tsx';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import { Prose } from './prose.tsx';
import css from './run-view.module.css';
import { runSummary } from './run-summary.ts';
import type { RunPlayer } from './use-run-player.ts';

interface RunViewProps {
  readonly run: Run;
  readonly title: string;
  readonly player: RunPlayer;
  /** False while a prediction is still owed: the picture stands still. */
  readonly isPlayable: boolean;
  /** Gives the focus to its controls as soon as they appear, in place of the button that brought them. */
  readonly takesFocus?: boolean;
}

/** A run on screen: the picture, its controls, and the same steps as text. */
export function RunView({ run, title, player, isPlayable, takesFocus = false }: RunViewProps) {
  const [isText, setText] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const { until } = player;
  // A step moves the attention to what it added; a choice holds it until then.
  useEffect(() => setChosen(null), [until]);
  const latest = isPlayable && until > 0 ? until - 1 : null;
  const current = chosen ?? latest;
  const sentences = useMemo(() => run.events.map((event) => plainText(event.text)), [run]);
  useSpoken(sentences, latest, player.isMoved);
  const says = current === null ? undefined : run.events[current]?.text;
  return (
    <div class={css.view}>
      <SpaceTimeDiagram
        run={run}
        until={until}
        isOpen={!isPlayable}
        selected={current}
        onSelect={setChosen}
        label={runSummary(run, until, title)}
      />
      {says !== undefined && !isText && (
        <p class={css.says}>
          <Prose text={says} />
        </p>
      )}
      {isText && <StepList steps={sentences} until={until} current={current} onChoose={setChosen} />}
      {isPlayable && <Controls player={player} length={run.events.length} takesFocus={takesFocus} />}
      {until > 0 && (
        <Button variant="quiet" isPressed={isText} onClick={() => setText(!isText)}>
          As text
        </Button>
      )}
    </div>
  );
}

/** The sentence of a step goes to the live region when the step is taken, not when the page opens. */
function useSpoken(sentences: readonly string[], latest: number | null, isMoved: boolean): void {
  const before = useRef(latest);
  useEffect(() => {
    const isNew = before.current !== latest;
    before.current = latest;
    const sentence = latest === null ? undefined : sentences[latest];
    if (isNew && isMoved && sentence !== undefined) announce(sentence);
  }, [latest, isMoved]);
}

interface ControlsProps {
  readonly player: RunPlayer;
  readonly length: number;
  readonly takesFocus: boolean;
}

function Controls({ player, length, takesFocus }: ControlsProps) {
  const playButton = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) playButton.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={css.controls}>
      <input
        class={css.scrub}
        type="range"
        min={0}
        max={length}
        step={1}
        value={player.until}
        aria-label="Step"
        aria-valuetext={`Step ${player.until} of ${length}`}
        onInput={(event) => player.seek(Number(event.currentTarget.value))}
      />
      <div class={css.buttons}>
        <Button onClick={player.back} isOff={player.until === 0}>
          Back
        </Button>
        <Button onClick={player.isPlaying ? player.pause : player.play} elementRef={playButton}>
          <Icon name={player.isPlaying ? 'pause' : 'play'} />
          {player.isPlaying ? 'Pause' : player.isAtEnd ? 'Replay' : 'Play'}
        </Button>
        <Button onClick={player.step} isOff={player.isAtEnd}>
          Step
        </Button>
      </div>
    </div>
  );
}
