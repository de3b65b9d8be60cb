import type { ModuleSummary } from '#content/compiled.ts';
import type { CheckRow } from '#progress/rows.ts';
import { monthOf, studyDayOf } from '#scheduling/study-day.ts';
import { useServices } from '#services/services.ts';
import { confidenceNames, shareWords } from './calibration-words.ts';
import { counted } from './counted.ts';
import { datedWords, monthName } from './date-words.ts';
import { countDurable, type KeptConcepts } from './kept.ts';
import css from './progress-summary.module.css';
import { studyWords } from './study-words.ts';
import type { YouState } from './you-model.ts';

interface ProgressSummaryProps {
  readonly state: YouState;
  readonly modules: readonly ModuleSummary[];
}

/** What one has learned, as one page of paper that may be shown to somebody. */
export function ProgressSummary({ state, modules }: ProgressSummaryProps) {
  const { today, kept, checks, calibration } = state;
  return (
    <article class={css.page}>
      <h1>Progress on {datedWords(today)}</h1>
      <p>{daysWords(state)}</p>
      {kept && <Concepts kept={kept} />}
      <h2>Sections read</h2>
      <Sections state={state} modules={modules} />
      <h2>Checks</h2>
      <Checks checks={checks} modules={modules} />
      <h2>How sure, and how right</h2>
      <ul>
        {calibration.map((each) => (
          <li key={each.confidence}>
            {confidenceNames[each.confidence]}: {shareWords(each)}
          </li>
        ))}
      </ul>
    </article>
  );
}

/** "4 days of study in November, 12 in all, the first on 3 June 2026." */
function daysWords({ days, today }: YouState): string {
  const studied = days.filter((row) => studyWords(row) !== '').map(({ day }) => day);
  if (studied.length === 0) return 'No day of study yet.';
  const inMonth = studied.filter((day) => monthOf(day) === monthOf(today)).length;
  const first = Math.min(...studied);
  return `${counted(inMonth, 'day')} of study in ${monthName(today)}, ${studied.length} in all, the first on ${datedWords(first)}.`;
}

const stateWords = { durable: 'durable', learning: 'learning', new: 'not begun' } as const;

function Concepts({ kept: { ten, below } }: { readonly kept: KeptConcepts }) {
  return (
    <>
      <h2>
        Durable: {countDurable(ten)} of {ten.length} key concepts
      </h2>
      <ul class={css.concepts}>
        {ten.map(({ id, name, state }) => (
          <li key={id}>
            {state === 'durable' ? <b>{name}</b> : name}: {stateWords[state]}
          </li>
        ))}
      </ul>
      {below.length > 0 && <p>Also durable: {below.map(({ name }) => name).join(', ')}.</p>}
    </>
  );
}

function Sections({ state, modules }: ProgressSummaryProps) {
  const read = new Set(state.sections.filter(({ isRead }) => isRead).map(({ section }) => section));
  return (
    <ul>
      {modules
        .filter(({ sections }) => sections.length > 0)
        .map(({ id, title, sections }) => (
          <li key={id}>
            {id} {title}: {sections.filter((section) => read.has(section.id)).length} of {sections.length}
          </li>
        ))}
    </ul>
  );
}

/** More would push what follows off the page. */
const MOST_CHECKS = 12;

function Checks({
  checks,
  modules,
}: {
  readonly checks: readonly CheckRow[];
  readonly modules: ProgressSummaryProps['modules'];
}) {
  const { offset } = useServices().clock.now();
  const titles = new Map(modules.map(({ id, title }) => [id, title]));
  const finished = checks.flatMap(({ attempt, module, result }) => (result ? [{ attempt, module, result }] : []));
  const rest = finished.length - MOST_CHECKS;
  if (finished.length === 0) return <p>None finished yet.</p>;
  return (
    <>
      <table class={css.checks}>
        <tbody>
          {finished.slice(0, MOST_CHECKS).map(({ attempt, module, result }) => (
            <tr key={attempt}>
              <td>{datedWords(studyDayOf(result.at, offset))}</td>
              <td>
                {module} {titles.get(module)}
              </td>
              <td>
                {result.right} of {result.of}, {result.passed ? 'passed' : 'not passed'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p>{rest} earlier.</p>}
    </>
  );
}
