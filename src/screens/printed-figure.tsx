import { useId } from 'preact/hooks';
import type { Figure, Run } from '#content/figure.ts';
import { Prose } from '#figures/prose.tsx';
import { runSummary } from '#figures/run-summary.ts';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import css from './printed-reading.module.css';

/** A figure that has run: its last picture, and beside it the same steps as text. */
export function PrintedFigure({ figure }: { readonly figure: Figure }) {
  const { title, prediction, again, outcome } = figure;
  const titleId = useId();
  return (
    <figure class={css.figure} aria-labelledby={titleId}>
      <figcaption id={titleId}>{title}</figcaption>
      <p>
        <Prose text={prediction.prompt} />
      </p>
      <PrintedRun run={figure} title={title} />
      {again && (
        <>
          <p class={css.again}>Then: {again.title}</p>
          <PrintedRun run={again} title={again.title} />
        </>
      )}
      <p class="read">
        <Prose text={outcome} />
      </p>
    </figure>
  );
}

function PrintedRun({ run, title }: { readonly run: Run; readonly title: string }) {
  return (
    <div class={css.run}>
      <div class={css.picture}>
        <SpaceTimeDiagram run={run} label={runSummary(run, run.events.length, title)} />
      </div>
      <ol class={css.steps} aria-label={`The steps of: ${title}`}>
        {run.events.map(({ text }) => (
          <li>
            <Prose text={text} />
          </li>
        ))}
      </ol>
    </div>
  );
}
