import { useMemo, useState } from 'preact/hooks';
import { runSummary } from '#figures/run-summary.ts';
import { plainText } from '#content/markup.ts';
import { sentence } from '#simulator/sentence.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import type { LabModel, Standing } from './lab-model.ts';
import { KEPT } from './lab-run.ts';
import { labWindow } from './lab-window.ts';
import styles from './lab-screen.module.css';
import { TapeCanvas } from './tape-canvas.tsx';
import { momentText } from './words.ts';

interface RunPartProps {
  readonly model: LabModel;
  readonly standing: Standing;
  readonly hasMotion: boolean;
}

/** The run on screen: a tape while it runs, a diagram with words where it stands still, and the controls under either. */
export function RunPart({ model, standing, hasMotion }: RunPartProps) {
  const isPlaying = model.isPlaying.value;
  return (
    <section class={styles.part} aria-label="The run">
      {isPlaying ? (
        <TapeCanvas
          standing={standing}
          label={`${standing.setUp.entry.name}, running. Pause it to see each step.`}
          onFrame={model.frame}
        />
      ) : (
        <Still model={model} standing={standing} />
      )}
      <p class={styles.now}>
        <span>{momentText(standing)}</span>
        {standing.run.hasEnded() && <span>Nothing is left to happen.</span>}
      </p>
      <Controls model={model} standing={standing} hasMotion={hasMotion} />
    </section>
  );
}

function Still({ model, standing }: Pick<RunPartProps, 'model' | 'standing'>) {
  const { setUp, run, count } = standing;
  const [isText, setText] = useState(false);
  const cursor = model.cursor.value;
  const kept = run.kept();
  const picture = useMemo(() => labWindow(setUp.setup, run.before(), kept, cursor), [run, count, cursor]);
  const sentences = useMemo(() => picture.run.events.map(({ text }) => plainText(text)), [picture]);
  const happening = kept[cursor];
  if (happening === undefined) {
    return (
      <div class={styles.nothing}>
        <ul>
          {setUp.names.map((name, node) => (
            <li key={node}>{name}</li>
          ))}
        </ul>
        <p class="quiet">Nothing has happened yet.</p>
      </div>
    );
  }
  const before = kept[cursor - 1]?.world ?? run.before();
  const choose = (event: number) => model.seek(picture.placeOf(event));
  return (
    <div class={styles.still}>
      <SpaceTimeDiagram
        run={picture.run}
        selected={picture.latest}
        onSelect={choose}
        label={runSummary(picture.run, picture.run.events.length, setUp.entry.name)}
      />
      <p class={styles.says}>{sentence(setUp.setup, before, happening.move)}.</p>
      {isText && <StepList steps={sentences} current={picture.latest} onChoose={choose} />}
      <div class={styles.under}>
        <input
          class={styles.scrub}
          type="range"
          min={0}
          max={kept.length - 1}
          step={1}
          value={cursor}
          aria-label="Instant"
          aria-valuetext={`Move ${cursor + 1} of ${kept.length}`}
          onInput={(event) => model.seek(Number(event.currentTarget.value))}
        />
        <Button variant="quiet" isPressed={isText} onClick={() => setText(!isText)}>
          As text
        </Button>
        {count > kept.length && (
          <p class="quiet">The latest {KEPT.toLocaleString('en')} moves and some more are kept.</p>
        )}
      </div>
    </div>
  );
}

const speeds: readonly (readonly [speed: number, words: string])[] = [
  [0.005, '1/200 of real time'],
  [0.02, '1/50 of real time'],
  [0.05, '1/20 of real time'],
  [0.1, '1/10 of real time'],
  [0.5, 'Half of real time'],
  [1, 'Real time'],
  [5, '5 × real time'],
  [10, '10 × real time'],
  [20, '20 × real time'],
];

function Controls({ model, standing, hasMotion }: RunPartProps) {
  const isPlaying = model.isPlaying.value;
  const hasEnded = standing.run.hasEnded();
  const isLatest = model.cursor.value === standing.run.kept().length - 1;
  return (
    <div class={styles.controls}>
      <div class={styles.buttons}>
        <Button onClick={() => model.seek(model.cursor.value - 1)} isOff={isPlaying || model.cursor.value < 0}>
          Back
        </Button>
        {hasMotion && (
          <Button variant="go" onClick={isPlaying ? model.pause : model.play}>
            <Icon name={isPlaying ? 'pause' : 'play'} />
            {isPlaying ? 'Pause' : hasEnded ? 'Replay' : 'Run'}
          </Button>
        )}
        <Button onClick={model.step} isOff={hasEnded && isLatest}>
          Step
        </Button>
      </div>
      <div class={styles.pace}>
        {hasMotion && (
          <label class={styles.field}>
            <span class={styles.label}>Speed</span>
            <select
              class={styles.number}
              value={model.speed.value}
              onChange={(event) => model.setSpeed(Number(event.currentTarget.value))}
            >
              {speeds.map(([speed, words]) => (
                <option key={speed} value={speed}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button onClick={model.skip} isOff={hasEnded}>
          500 moves on
        </Button>
        <Button onClick={model.restart}>From the start</Button>
      </div>
    </div>
  );
}
