import type { ModuleSummary } from '#content/compiled.ts';
import { PASS_RIGHT } from '#assessment/check-result.ts';
import type { CheckRow } from '#progress/rows.ts';
import { studyDayOf, type StudyDay } from '#scheduling/study-day.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { LinkRow } from '#ui/link-row.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { dateWords } from './date-words.ts';
import { Part } from './part.tsx';
import type { YouModel } from './you-model.ts';
import styles from './you-screen.module.css';

const SHOWN = 4;

interface ChecksPartProps {
  readonly model: YouModel;
  readonly modules: readonly ModuleSummary[];
}

/** Every attempt at a check, the latest first. */
export function ChecksPart({ model, modules }: ChecksPartProps) {
  const state = model.state.value;
  if (state === null || state.checks.length === 0) {
    return (
      <Part title="Checks">
        <Sheet tone="list">
          {modules
            .filter(({ items }) => items > 0)
            .map(({ id, title }) => (
              <LinkRow key={id} href={href(`/check/${id}/`)}>
                {id} {title}
              </LinkRow>
            ))}
        </Sheet>
        <p class="quiet">Your attempts are listed here. A check can be taken as often as you like.</p>
      </Part>
    );
  }
  const { checks, today } = state;
  const earlier = checks.slice(SHOWN);
  return (
    <Part title="Checks">
      <Sheet tone="list">
        <Attempts checks={checks.slice(0, SHOWN)} modules={modules} today={today} />
        {earlier.length > 0 && (
          <Disclosure summary={`${earlier.length} earlier`}>
            <Attempts checks={earlier} modules={modules} today={today} />
          </Disclosure>
        )}
      </Sheet>
    </Part>
  );
}

interface AttemptsProps {
  readonly checks: readonly CheckRow[];
  readonly modules: readonly ModuleSummary[];
  readonly today: StudyDay;
}

function Attempts({ checks, modules, today }: AttemptsProps) {
  const { offset } = useServices().clock.now();
  const titles = new Map(modules.map(({ id, title }) => [id, title]));
  return (
    <ul class={styles.rows}>
      {checks.map(({ attempt, module, result, startedAt, answers, items }) => (
        <li key={attempt}>
          <LinkRow
            href={href(`/check/${module}/`)}
            end={result && <span class={styles.score}>{`${result.right} of ${result.of}`}</span>}
          >
            {module} {titles.get(module)}
            <span class={styles.under}>
              {dateWords(studyDayOf(result?.at ?? startedAt, offset), today)} ·{' '}
              {resultWords(result, answers.length, items.length)}
            </span>
          </LinkRow>
        </li>
      ))}
    </ul>
  );
}

function resultWords(result: CheckRow['result'], answered: number, of: number): string {
  if (result === null) return `open, ${answered} of ${of} answered`;
  if (result.passed) return 'passed';
  return result.right >= PASS_RIGHT ? 'not passed yet: one objective had no right answer' : 'not passed yet';
}
