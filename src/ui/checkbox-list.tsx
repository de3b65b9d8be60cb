import { AnsweredOptions, type Choice } from './answered-options.tsx';
import { KeyHint } from './key-hint.tsx';
import css from './option.module.css';
import { QuestionGroup, type QuestionGroupProps } from './question-group.tsx';

interface CheckboxListProps extends QuestionGroupProps {
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  /** How many are right. */
  readonly count: number;
  readonly right?: readonly string[] | undefined;
  readonly chosenNote?: Choice['why'];
  readonly hasKeys?: boolean;
}

/** Several of several; it says how many. */
export function CheckboxList({
  options,
  chosen,
  onChoose,
  count,
  right,
  chosenNote,
  hasKeys = false,
  ...group
}: CheckboxListProps) {
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <QuestionGroup {...group}>
      {right === undefined ? (
        <>
          <p class="quiet">
            Choose {count}: {chosen.length} chosen
          </p>
          <div class={css.options}>
            {options.map((option, index) => (
              <label key={option.id} class={css.option}>
                <input
                  type="checkbox"
                  value={option.id}
                  checked={chosen.includes(option.id)}
                  onChange={() => toggle(option.id)}
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
        </>
      ) : (
        <AnsweredOptions options={options} chosen={chosen} right={right} chosenNote={chosenNote} />
      )}
    </QuestionGroup>
  );
}
