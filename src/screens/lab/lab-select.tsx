import styles from './lab-screen.module.css';

interface LabSelectProps {
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function LabSelect({ label, options, value, onChange }: LabSelectProps) {
  return (
    <label class={styles.field}>
      <span class={styles.label}>{label}</span>
      <select class={styles.number} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
