import type { DayRow } from '#progress/rows.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { DayDots } from '#ui/day-dots.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { counted } from './counted.ts';
import { daysOfMonth, dayWords, monthName } from './date-words.ts';
import { Part } from './part.tsx';
import { studyWords } from './study-words.ts';
import type { YouModel } from './you-model.ts';
import styles from './you-screen.module.css';

/** The days of this month with some study in them. Days, not a streak: nothing is lost by one without. */
export function DaysPart({ model }: { readonly model: YouModel }) {
  const state = model.state.value;
  return (
    <Part title="Days this month">
      <Sheet>
        {state ? <Month today={state.today} rows={state.days} /> : <p class="quiet">Each day with some study in it.</p>}
      </Sheet>
    </Part>
  );
}

function Month({ today, rows }: { readonly today: StudyDay; readonly rows: readonly DayRow[] }) {
  const done = new Map(rows.map((row) => [row.day, studyWords(row)]));
  const days = daysOfMonth(today).map((day) => {
    const words = done.get(day) ?? '';
    const label = [dayWords(day) + (day === today ? ', today' : ''), words].filter(Boolean).join(': ');
    return { label, isDone: words !== '', isToday: day === today };
  });
  const count = days.filter(({ isDone }) => isDone).length;
  const words = `${counted(count, 'day')} in ${monthName(today)}`;
  return (
    <>
      <p class={styles.figure}>{count === 0 ? `No day in ${monthName(today)} yet` : words}</p>
      <DayDots days={days} label={words} />
    </>
  );
}
