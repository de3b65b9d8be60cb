import type { Choice } from './answered-options.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import css from './option.module.css';

interface AnsweredStepsProps {
  readonly steps: readonly Choice[];
  /** As it was answered. */
  readonly order: readonly string[];
  readonly right: readonly string[];
}

/** The right order, and where the answer had put each step. */
export function AnsweredSteps({ steps, order, right }: AnsweredStepsProps) {
  return (
    <ol class={css.options}>
      {right.map((id, index) => {
        const place = order.indexOf(id);
        const isRight = place === index;
        const step = steps.find((each) => each.id === id);
        return (
          <li key={id} class={classNames(css.answered, isRight ? css.right : css.wrong)}>
            <span class={css.verdict}>
              <Icon name={isRight ? 'check' : 'cross'} />
            </span>
            <span>
              <span class={css.number}>{index + 1}.</span> {step?.text}
              <span class={css.why}>
                {!isRight && <strong>You put it at {place + 1}. </strong>}
                {step?.why}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
