import { useId } from 'preact/hooks';
import { AnsweredOptions, type Choice } from './answered-options.tsx';
import { KeyHint } from './key-hint.tsx';
import css from './option.module.css';
import { QuestionGroup, type QuestionGroupProps } from './question-group.tsx';

export interface OptionListProps extends QuestionGroupProps {
  readonly options: readonly Choice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Given once answered: the ids that are right. Every option then says why. */
  readonly right?: readonly string[] | undefined;
  readonly chosenNote?: Choice['why'];
  /** Shows the numbers that choose, where the screen listens to them. */
  readonly hasKeys?: boolean;
}

/** One of several: native radio buttons, so the arrow keys walk through them. */
export function OptionList({
  options,
  chosen,
  onChoose,
  right,
  chosenNote,
  hasKeys = false,
  ...group
}: OptionListProps) {
  const name = useId();
  return (
    <QuestionGroup {...group}>
      {right === undefined ? (
        <div class={css.options}>
          {options.map((option, index) => (
            <label key={option.id} class={css.option}>
              <input
                type="radio"
                name={name}
                value={option.id}
                checked={chosen === option.id}
                onChange={() => onChoose(option.id)}
              />
              <span>{option.text}</span>
              {hasKeys && (
                <span class={css.key} aria-hidden="true">
                  <KeyHint>{index + 1}</KeyHint>
                </span>
              )}
            </label>
          ))}
        </div>
      ) : (
        <AnsweredOptions
          options={options}
          chosen={chosen === null ? [] : [chosen]}
          right={right}
          chosenNote={chosenNote}
        />
      )}
    </QuestionGroup>
  );
}
