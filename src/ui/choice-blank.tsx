import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import blank from './choice-blank.module.css';
import css from './select.module.css';

interface BlankProps {
  /** Which gap it is, where there are several. */
  readonly number?: number | undefined;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string | null;
}

interface FilledBlankProps extends BlankProps {
  /** Given once answered: the right option. */
  readonly right?: string | undefined;
}

/** A gap in a sentence, with what was chosen for it. */
export function FilledBlank({ number, options, chosen, right }: FilledBlankProps) {
  const wordsOf = (id: string | null) => options.find((option) => option.id === id)?.text;
  if (right === undefined) {
    return (
      <span class={classNames(blank.gap, chosen === null && blank.empty)}>
        {number !== undefined && <span class={blank.number}>{number}</span>}
        {wordsOf(chosen) ?? <span class="hidden-text">blank</span>}
      </span>
    );
  }
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

interface ChoiceBlankProps extends BlankProps {
  /** "Blank 1 of 2" */
  readonly label: string;
  readonly onChoose: (id: string) => void;
}

/** What may fill a gap: a short list to choose from. */
export function ChoiceBlank({ label, number, options, chosen, onChoose }: ChoiceBlankProps) {
  return (
    <div class={blank.choice}>
      {number !== undefined && (
        <span class={blank.number} aria-hidden="true">
          {number}
        </span>
      )}
      <select
        class={css.select}
        aria-label={label}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <option value="" disabled>
          Choose
        </option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
