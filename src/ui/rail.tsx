import css from './rail.module.css';

interface RailProps {
  /** From 0 to 1. */
  readonly value: number;
  /** What it measures: "Read of 5.2". */
  readonly label: string;
}

/** A thin bar of progress. */
export function Rail({ value, label }: RailProps) {
  return <progress class={css.rail} max={1} value={Math.min(1, Math.max(0, value))} aria-label={label} />;
}
