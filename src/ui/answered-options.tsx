import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import css from './option.module.css';

export interface Choice {
  readonly id: string;
  readonly text: ComponentChildren;
  /** Why it is right or wrong; shown once answered. */
  readonly why?: ComponentChildren;
}

interface AnsweredOptionsProps {
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
  readonly right: readonly string[];
  /** Said of what was chosen: "You chose this, sure." */
  readonly chosenNote?: ComponentChildren;
}

/** Options after the answer: what was chosen, what is right, and why each. */
export function AnsweredOptions({ options, chosen, right, chosenNote = 'You chose this.' }: AnsweredOptionsProps) {
  return (
    <ul class={css.options}>
      {options.map((option) => {
        const isRight = right.includes(option.id);
        const isChosen = chosen.includes(option.id);
        return (
          <li key={option.id} class={classNames(css.answered, isRight && css.right, !isRight && isChosen && css.wrong)}>
            <span class={css.verdict}>{(isRight || isChosen) && <Icon name={isRight ? 'check' : 'cross'} />}</span>
            <span>
              <span class="hidden-text">{verdict(isRight, isChosen)}</span>
              {option.text}
              <span class={css.why}>
                {isChosen && <strong>{chosenNote} </strong>}
                {option.why}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function verdict(isRight: boolean, isChosen: boolean): string {
  if (isRight) return 'Right: ';
  return isChosen ? 'Wrong: ' : 'Not right: ';
}
