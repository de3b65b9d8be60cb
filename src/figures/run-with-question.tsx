/**
 * A run that is seen only after a prediction: the question, the commitment, the replay, and what it showed. The
 * reader's figures and the first visit's question are this; neither knows whether the answer was kept.
 */
import { useId, useState, type Dispatch, type StateUpdater } from 'preact/hooks';
import type { Run } from '#content/figure.ts';
import { AnsweredOptions } from '#ui/answered-options.tsx';
import { Button } from '#ui/button.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { OptionList } from '#ui/option-list.tsx';
import { Prose } from './prose.tsx';
import { RunView } from './run-view.tsx';
import css from './run-with-question.module.css';
import { useRunPlayer } from './use-run-player.ts';

const loadProofPanel = async () => (await import('./proof-panel.tsx')).ProofPanel;

export interface RunQuestion {
  readonly prompt: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  /** The ids of the options that the run bears out. */
  readonly right: readonly string[];
  readonly outcome: string;
}

export interface RunWithQuestionProps {
  readonly run: Run;
  readonly title: string;
  /** How many events are shown before the prediction. */
  readonly shownBefore: number;
  /** The same story with one thing changed. The prediction is about both. */
  readonly again?: { readonly title: string; readonly run: Run } | undefined;
  readonly question: RunQuestion;
  /** The id of a heading that asks the question already. */
  readonly labelledBy?: string | undefined;
  /** What was predicted on an earlier visit, or `null`: then the whole run stands there, to be replayed. */
  readonly answered: string | null;
  readonly onPredict: (choice: string, isRight: boolean) => void;
  readonly hasKeys?: boolean;
}

export function RunWithQuestion(props: RunWithQuestionProps) {
  const { run, shownBefore, again, question, answered } = props;
  const titleId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [committed, setCommitted] = useState<string | null>(null);
  const [isSecond, setSecond] = useState(false);
  const wasAnswered = committed === null && answered !== null;
  const first = useRunPlayer(run.events.length, wasAnswered ? run.events.length : shownBefore);
  const second = useRunPlayer(again?.run.events.length ?? 0, 0);
  const prediction = committed ?? answered;
  const isTold = first.hasEnded && (again === undefined || wasAnswered || second.hasEnded);
  const shown = again && isSecond ? { ...again, player: second } : { run, title: props.title, player: first };

  const commit = () => {
    if (chosen === null) return;
    setCommitted(chosen);
    first.play();
    props.onPredict(chosen, question.right.includes(chosen));
  };
  const turn = () => {
    setSecond(!isSecond);
    if (!isSecond && !second.isMoved) second.play();
  };
  return (
    <figure class={css.figure} aria-labelledby={titleId}>
      <figcaption id={titleId} class={css.title}>
        {shown.title}
      </figcaption>
      <RunView key={isSecond} {...shown} isPlayable={prediction !== null} takesFocus={committed !== null || isSecond} />
      {prediction === null && <Predict {...props} chosen={chosen} onChoose={setChosen} onCommit={commit} />}
      {prediction !== null && again && first.hasEnded && (
        <Button variant={isTold ? 'quiet' : 'go'} onClick={turn}>
          {isSecond ? 'Back to the first run' : `Then: ${again.title}`}
        </Button>
      )}
      {prediction !== null && isTold && <Outcome question={question} prediction={prediction} />}
      {prediction !== null && isTold && shown.run.simulation && (
        <Deferred key={isSecond} load={loadProofPanel} props={{ question: shown.run.simulation }} />
      )}
    </figure>
  );
}

interface PredictProps extends RunWithQuestionProps {
  readonly chosen: string | null;
  readonly onChoose: Dispatch<StateUpdater<string | null>>;
  readonly onCommit: () => void;
}

function Predict({ question, labelledBy, hasKeys = false, chosen, onChoose, onCommit }: PredictProps) {
  return (
    <form
      class={css.predict}
      onSubmit={(event) => {
        event.preventDefault();
        onCommit();
      }}
    >
      <OptionList
        {...(labelledBy === undefined ? { legend: <Prose text={question.prompt} /> } : { labelledBy })}
        options={question.options.map((option) => ({ id: option.id, text: <Prose text={option.text} /> }))}
        chosen={chosen}
        onChoose={onChoose}
        hasKeys={hasKeys}
      />
      <Button type="submit" variant="go" isOff={chosen === null}>
        Run it
      </Button>
    </form>
  );
}

function Outcome({ question, prediction }: { readonly question: RunQuestion; readonly prediction: string }) {
  const isRight = question.right.includes(prediction);
  const told = question.options.filter(({ id }) => id === prediction || question.right.includes(id));
  return (
    <div class={css.outcome}>
      <p class={css.verdict}>{isRight ? 'The run bears you out.' : 'The run shows something else.'}</p>
      <p class="read">
        <Prose text={question.outcome} />
      </p>
      <AnsweredOptions
        options={told.map(({ id, text, why }) => ({ id, text: <Prose text={text} />, why: <Prose text={why} /> }))}
        chosen={[prediction]}
        right={question.right}
        chosenNote="You predicted this."
      />
    </div>
  );
}
