import { useId } from 'preact/hooks';
import { classNames } from '#ui/class-names.ts';
import styles from './you-screen.module.css';

interface ChoiceSettingProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few short words, side by side: native radio buttons. */
export function ChoiceSetting<Value extends string>({ legend, options, chosen, onChoose }: ChoiceSettingProps<Value>) {
  const name = useId();
  return (
    <fieldset class={styles.setting}>
      <legend class={styles.label}>{legend}</legend>
      <div class={classNames(styles.choices, options.length > 3 && styles.many)}>
        {options.map(([value, words]) => (
          <label key={value} class={styles.choice}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
