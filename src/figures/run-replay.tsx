import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { Run } from '#content/figure.ts';
import { RunView } from './run-view.tsx';
import css from './run-with-question.module.css';
import { useRunPlayer } from './use-run-player.ts';

export interface RunReplayProps {
  readonly run: Run;
  readonly title: string;
  /** Shown once the end has been seen. */
  readonly children?: ComponentChildren;
}

/** A run whose question was answered elsewhere on the screen: it plays as soon as it appears. */
export function RunReplay({ run, title, children }: RunReplayProps) {
  const titleId = useId();
  const player = useRunPlayer(run.events.length, 0);
  useEffect(() => player.play(), []);
  return (
    <figure class={css.figure} aria-labelledby={titleId}>
      <figcaption id={titleId} class={css.title}>
        {title}
      </figcaption>
      <RunView run={run} title={title} player={player} isPlayable takesFocus />
      {player.hasEnded && children}
    </figure>
  );
}
