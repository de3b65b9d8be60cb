import { classNames } from './class-names.ts';
import css from './day-dots.module.css';

export interface Day {
  /** "Tuesday 3 June: 12 cards" */
  readonly label: string;
  readonly isDone: boolean;
  readonly isToday: boolean;
}

interface DayDotsProps {
  readonly days: readonly Day[];
  /** What the dots say together: "9 days this month". */
  readonly label: string;
}

/** Days that had some study in them. An empty one is only empty: there is no streak to lose. */
export function DayDots({ days, label }: DayDotsProps) {
  return (
    <div class={css.dots} role="img" aria-label={label}>
      {days.map((day) => (
        <i key={day.label} class={classNames(day.isDone && css.done, day.isToday && css.today)} title={day.label} />
      ))}
    </div>
  );
}
