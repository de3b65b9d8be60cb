import type { Run } from '#content/figure.ts';
import { RunView } from './run-view.tsx';
import { useRunPlayer } from './use-run-player.ts';

interface RunBeforeAnswerProps {
  readonly run: Run;
  readonly title: string;
  /** How many events are shown before the answer. */
  readonly shownBefore: number;
  /** From then on the rest is drawn and can be replayed. */
  readonly isAnswered: boolean;
}

/** The picture of a check's question "What happens next?"; its options stand beside it. */
export function RunBeforeAnswer({ run, title, shownBefore, isAnswered }: RunBeforeAnswerProps) {
  const player = useRunPlayer(run.events.length, isAnswered ? run.events.length : shownBefore);
  return <RunView run={run} title={title} player={player} isPlayable={isAnswered} />;
}
