import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { strongerThan } from '#content/model-order.ts';
import type { Model } from '#content/models.ts';
import { Button } from '#ui/button.tsx';
import { QuestionGroup } from '#ui/question-group.tsx';
import { SpaceTimeDiagram } from '#ui/space-time/space-time-diagram.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import { listed, runOfHistory } from './model-history.ts';
import css from './model-map.module.css';
import { Prose } from './prose.tsx';
import { runSummary } from './run-summary.ts';

interface JudgedHistoryProps {
  readonly models: readonly Model[];
  /** It judges … */
  readonly model: Model;
  /** … the history of this one, maybe its own. */
  readonly owner: Model;
  readonly place: { readonly number: number; readonly of: number };
  readonly takesFocus: boolean;
  /** Whether the reader called it allowed; absent until then. */
  readonly answer: boolean | undefined;
  readonly onAnswer: (isAllowed: boolean) => void;
  readonly onAnother: () => void;
}

/** What clients saw, the question whether a model allows it, and after the answer why. */
export function JudgedHistory(props: JudgedHistoryProps) {
  const { model, owner, place, takesFocus, answer, onAnswer } = props;
  const [isText, setText] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const run = useMemo(() => runOfHistory(owner.history.operations), [owner]);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  const title = place.of > 1 ? `History ${place.number} of ${place.of}` : 'A history';
  const isAsked = answer === undefined;
  return (
    <div class={css.history}>
      <h3 class={css.title} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p class={css.note}>Clients are columns, and at first each register holds 0.</p>
      <SpaceTimeDiagram run={run} isOpen={isAsked} label={runSummary(run, run.events.length, title)} />
      {isText && <StepList steps={run.events.map(({ text }) => text)} current={null} />}
      <Button variant="quiet" isPressed={isText} onClick={() => setText(!isText)}>
        As text
      </Button>
      {isAsked ? (
        <QuestionGroup legend={`${model.name}: is this history allowed?`}>
          <div class={css.choices}>
            <Button onClick={() => onAnswer(true)}>Allowed</Button>
            <Button onClick={() => onAnswer(false)}>Forbidden</Button>
          </div>
        </QuestionGroup>
      ) : (
        <Outcome {...props} answer={answer} />
      )}
    </div>
  );
}

interface OutcomeProps extends JudgedHistoryProps {
  readonly answer: boolean;
}

function Outcome({ models, model, owner, place, answer, onAnother }: OutcomeProps) {
  const verdict = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone.
  useEffect(() => verdict.current?.focus(), []);
  const isAllowed = !owner.history.forbiddenBy.includes(model.id);
  const stronger = strongerThan(models, owner.id);
  const forbidding = models.filter(({ id }) => owner.history.forbiddenBy.includes(id));
  const allowing = models.filter((each) => !forbidding.includes(each));
  return (
    <>
      <p class={css.verdict} ref={verdict} tabIndex={-1}>
        {answer === isAllowed ? 'Right' : 'No'}: {model.name} {isAllowed ? 'allows' : 'forbids'} it.
      </p>
      <p class="read">
        {stronger.length > 0 &&
          `${owner.name} allows it, and next above it ${listed(stronger)} ${stronger.length > 1 ? 'forbid' : 'forbids'} it. `}
        <Prose text={owner.history.why} />
      </p>
      <p class={css.note}>
        Allowed by {listed(allowing)}. {forbidding.length > 0 && `Forbidden by ${listed(forbidding)}. `}The map shows it
        too.
      </p>
      {place.of > 1 && <Button onClick={onAnother}>Another history</Button>}
    </>
  );
}
