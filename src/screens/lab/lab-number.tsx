import { useId, useState } from 'preact/hooks';
import styles from './lab-screen.module.css';
import type { Span } from './settings.ts';

interface LabNumberProps {
  readonly label: string;
  readonly value: number;
  readonly range: Span;
  readonly isWhole?: boolean;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

/** A number between two others, taken when the field is left or Enter is pressed. */
export function LabNumber({ label, value, range: [least, most], isWhole = false, unit, onChange }: LabNumberProps) {
  const id = useId();
  const [draft, setDraft] = useState<{ readonly of: number; readonly text: string } | null>(null);
  const text = draft?.of === value ? draft.text : String(value);
  const number = Number(text.trim().replace(',', '.') || Number.NaN);
  const isFine = number >= least && number <= most && (!isWhole || Number.isInteger(number));
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label} {unit !== undefined && <span class="quiet">{unit}</span>}
      </label>
      <input
        id={id}
        class={styles.number}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={!isFine}
        aria-describedby={isFine ? undefined : `${id}-fault`}
        onInput={(event) => setDraft({ of: value, text: event.currentTarget.value })}
        onChange={() => isFine && number !== value && onChange(number)}
      />
      {!isFine && (
        <p class="quiet" id={`${id}-fault`}>
          {isWhole ? 'A whole number' : 'A number'} from {least} to {most}.
        </p>
      )}
    </div>
  );
}

interface LabSpanProps {
  readonly legend: string;
  readonly value: Span;
  readonly range: Span;
  readonly onChange: (value: Span) => void;
}

/** The least and the most of something; whichever is changed, the other makes room. */
export function LabSpan({ legend, value: [least, most], range, onChange }: LabSpanProps) {
  return (
    <fieldset class={styles.span}>
      <legend class={styles.label}>{legend}</legend>
      <LabNumber
        label="At least"
        value={least}
        range={range}
        onChange={(next) => onChange([next, Math.max(next, most)])}
      />
      <LabNumber
        label="At most"
        value={most}
        range={range}
        onChange={(next) => onChange([Math.min(least, next), next])}
      />
    </fieldset>
  );
}
