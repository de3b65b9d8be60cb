import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import css from './option.module.css';
import blank from './choice-blank.module.css';

interface ChoiceBlankProps {
  /** Which gap it is: "Blank 1 of 2". */
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Given once answered: the right option. */
  readonly right?: string | undefined;
}

/** A gap in a sentence, filled from a short list. */
export function ChoiceBlank({ label, options, chosen, onChoose, right }: ChoiceBlankProps) {
  if (right !== undefined) {
    const wordsOf = (id: string | null) => options.find((option) => option.id === id)?.text;
    const isRight = chosen === right;
    return (
      <span class={isRight ? blank.right : blank.wrong}>
        {!isRight && chosen !== null && (
          <>
            <span class="hidden-text">You chose: </span>
            <del>{wordsOf(chosen)}</del> <span class="hidden-text">. Right: </span>
          </>
        )}
        <ins>{wordsOf(right)}</ins>
        <Icon name={isRight ? 'check' : 'cross'} />
      </span>
    );
  }
  return (
    <select
      class={classNames(css.select, css.inline)}
      aria-label={label}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="" disabled>
        …
      </option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
