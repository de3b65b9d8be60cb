import type { ForecastDay } from '#scheduling/forecast.ts';
import type { StudyDay } from '#scheduling/study-day.ts';
import { localDateOf } from '#scheduling/study-day.ts';
import { BarChart } from '#ui/bar-chart.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { counted } from './counted.ts';
import { dayWords } from './date-words.ts';
import { Part } from './part.tsx';
import type { YouModel } from './you-model.ts';

const WEEK_DAYS = 7;

/** What the next days will ask. */
export function ForecastPart({ model }: { readonly model: YouModel }) {
  const state = model.state.value;
  const cards = sumOf(state?.forecast ?? []);
  return (
    <Part title="The next 30 days">
      <Sheet>
        {state && cards > 0 ? (
          <Forecast days={state.forecast} today={state.today} minutes={state.settings.reviewMinutesPerDay} />
        ) : (
          <p class="quiet">
            Each card comes back on a day of its own. Once you have reviewed some, those days show here.
          </p>
        )}
      </Sheet>
    </Part>
  );
}

interface ForecastProps {
  readonly days: readonly ForecastDay[];
  readonly today: StudyDay;
  readonly minutes: number;
}

function Forecast({ days, today, minutes }: ForecastProps) {
  const bars = days.map(({ day, cards }, index) => ({
    name: day === today ? `Today, ${dayWords(day)}` : dayWords(day),
    tick: index % WEEK_DAYS === 0 ? String(localDateOf(day).day) : '',
    value: cards,
  }));
  return (
    <>
      <p>
        {counted(days[0]?.cards ?? 0, 'card')} today, {sumOf(days.slice(0, WEEK_DAYS))} within a week
      </p>
      <BarChart caption="Cards on each of the next 30 days" unit="Cards" bars={bars} />
      <p class="quiet">
        A review stays within your {counted(minutes, 'minute')} a day. Cards that do not fit wait, and nothing is owed:
        new reviews will move these numbers anyway.
      </p>
    </>
  );
}

const sumOf = (days: readonly ForecastDay[]): number => days.reduce((sum, { cards }) => sum + cards, 0);
