import css from './segments.module.css';

interface SegmentsProps {
  /** How many are filled, the open one included. */
  readonly done: number;
  readonly of: number;
  /** The same in words: "Screen 3 of 5". */
  readonly label: string;
}

export function Segments({ done, of, label }: SegmentsProps) {
  return (
    <div class={css.segments} role="img" aria-label={label}>
      {Array.from({ length: of }, (_, index) => (
        <i key={index} class={index < done ? css.done : undefined} />
      ))}
    </div>
  );
}
