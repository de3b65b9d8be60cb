import { NumberField } from '#ui/number-field.tsx';
import { numberTyped } from '#ui/number-typed.ts';
import { useDraft } from './use-draft.ts';
import styles from './you-screen.module.css';

interface NumberSettingProps {
  readonly label: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number between two others. It is kept when the field is left or Enter is pressed, not at each digit. */
export function NumberSetting({ label, unit, least, most, value, onChange }: NumberSettingProps) {
  const [typed, setTyped] = useDraft(value, String);
  const numberIn = (text: string): number | undefined => {
    const number = numberTyped(text);
    return number !== undefined && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
  };
  const keep = (event: Event) => {
    const number = event.target instanceof HTMLInputElement ? numberIn(event.target.value) : undefined;
    if (number !== undefined && number !== value) onChange(number);
  };
  const fault = `A whole number from ${least} to ${most}. Until then it stays at ${value}.`;
  return (
    <div class={styles.number} onChange={keep}>
      <NumberField
        label={label}
        unit={unit}
        value={typed}
        onInput={setTyped}
        fault={numberIn(typed) === undefined ? fault : undefined}
      />
    </div>
  );
}
