import type { Figure } from '#content/figure.ts';
import { RunWithQuestion } from './run-with-question.tsx';

interface FigurePlayerProps {
  readonly figure: Figure;
  /** The option predicted on an earlier visit, or `null`. */
  readonly answered: string | null;
  readonly onPredict: (choice: string, isRight: boolean) => void;
  readonly hasKeys?: boolean;
}

/** A figure of the reading. */
export function FigurePlayer({ figure, answered, onPredict, hasKeys = false }: FigurePlayerProps) {
  const { prompt, options, answer } = figure.prediction;
  const { again } = figure;
  return (
    <RunWithQuestion
      run={figure}
      title={figure.title}
      shownBefore={figure.shownBefore}
      again={again && { title: again.title, run: again }}
      question={{ prompt, options, right: [answer], outcome: figure.outcome }}
      answered={answered}
      onPredict={onPredict}
      hasKeys={hasKeys}
    />
  );
}
