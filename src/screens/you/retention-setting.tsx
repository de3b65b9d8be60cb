import { useId } from 'preact/hooks';
import { retentionWords } from './retention-words.ts';
import { useDraft } from './use-draft.ts';
import styles from './you-screen.module.css';

interface RetentionSettingProps {
  /** 0.8 to 0.97. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** How likely recall shall be when a card is asked, with its price in reviews. It is kept when the handle is let go. */
export function RetentionSetting({ value, onChange }: RetentionSettingProps) {
  const id = useId();
  const [percent, setPercent] = useDraft(value, percentOf);
  return (
    <div class={styles.retention}>
      <label class={styles.label} for={id}>
        Desired retention <output>{percent} %</output>
      </label>
      <input
        id={id}
        type="range"
        min={80}
        max={97}
        step={1}
        value={percent}
        aria-valuetext={`${percent} percent`}
        aria-describedby={`${id}-cost`}
        onInput={(event) => setPercent(Number(event.currentTarget.value))}
        onChange={(event) => onChange(Number(event.currentTarget.value) / 100)}
      />
      <p class="quiet" id={`${id}-cost`}>
        {retentionWords(percent / 100)} It counts from each card’s next grade on.
      </p>
    </div>
  );
}

const percentOf = (share: number): number => Math.round(share * 100);
