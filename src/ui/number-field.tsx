import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import field from './number-field.module.css';
import css from './option.module.css';

interface NumberFieldProps {
  readonly label: ComponentChildren;
  /** False where a heading asks the question and the label would say it twice. */
  readonly isLabelShown?: boolean;
  readonly unit: string;
  /** As typed. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Shown when what was typed is no number. */
  readonly fault?: string | undefined;
  readonly isReadOnly?: boolean;
}

/** A text field for a number: spinners and scroll wheels would change an answer by accident. */
export function NumberField({
  label,
  isLabelShown = true,
  unit,
  value,
  onInput,
  fault,
  isReadOnly = false,
}: NumberFieldProps) {
  const id = useId();
  return (
    <div class={css.group}>
      <label class={isLabelShown ? css.legend : 'hidden-text'} for={id}>
        {label}
      </label>
      <div class={field.field}>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          readOnly={isReadOnly}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-unit ${id}-fault`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </div>
      <p class="quiet" id={`${id}-fault`} hidden={fault === undefined}>
        {fault}
      </p>
    </div>
  );
}
