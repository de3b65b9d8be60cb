import { useEffect, useRef } from 'preact/hooks';
import { calibration } from '#assessment/calibration.ts';
import { PASS_RIGHT, type CheckResult as Result } from '#assessment/check-result.ts';
import type { CheckBank, ModuleSummary } from '#content/compiled.ts';
import { Prose } from '#figures/prose.tsx';
import type { CheckRow } from '#progress/rows.ts';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { Icon } from '#ui/icon.tsx';
import { LinkRow } from '#ui/link-row.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { pathOfParagraph } from '../paragraph-path.ts';
import { confidenceCounts, rereadAfter, resultOf } from './check-attempt.ts';
import { calibrationWords } from './check-words.ts';
import type { CheckModel } from './check-model.ts';
import styles from './check-screen.module.css';

interface CheckResultProps {
  readonly bank: CheckBank;
  /** The module after this one. */
  readonly next: Pick<ModuleSummary, 'id' | 'title'> | undefined;
  readonly model: CheckModel;
  readonly attempt: CheckRow;
}

/** How it went: the score, each objective, what to read again, and how much "sure" was worth. */
export function CheckResult({ bank, next, model, attempt }: CheckResultProps) {
  const { device } = useServices();
  const heading = useRef<HTMLHeadingElement>(null);
  const result = resultOf(attempt, bank);
  const isPassed = attempt.result?.passed ?? result.passed;
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    device.mirror({ isReturning: true });
    void device.persist();
  }, []);
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {isPassed ? 'Passed' : 'Not yet'}: {result.right} of {result.of}
      </h2>
      <p class="read">{summaryWords(result, isPassed)}</p>
      <Objectives bank={bank} result={result} />
      <Missed bank={bank} attempt={attempt} />
      <section class="stack">
        <h3>How sure, how right</h3>
        <ul class={styles.list}>
          {calibration(confidenceCounts(attempt.answers))
            .filter(({ of }) => of > 0)
            .map((each) => (
              <li key={each.confidence}>{calibrationWords(each)}</li>
            ))}
        </ul>
      </section>
      <Foot>
        {isPassed ? (
          <>
            <Button variant="go" href={href(next ? `/learn/${next.id}/` : '/review/')}>
              {next ? `Go on: ${next.id} ${next.title}` : 'Keep it fresh: review'}
            </Button>
            <Button onClick={model.begin}>Take it again</Button>
          </>
        ) : (
          <>
            <Button variant="go" onClick={model.begin}>
              Take it again
            </Button>
            <Button href={href(`/learn/${bank.module.id}/`)}>Read the module again</Button>
          </>
        )}
      </Foot>
    </>
  );
}

function summaryWords({ right, of }: Result, isPassed: boolean): string {
  if (isPassed && right === of) return 'Whether it stays is what your reviews will show.';
  if (isPassed) return 'What you missed comes back in your reviews. Whether the rest stays is what they will show.';
  if (right >= PASS_RIGHT) return 'Enough right in all, but none of one objective, and each needs at least one.';
  return `It takes ${PASS_RIGHT} right. What you missed comes back in your reviews. A new check draws other questions.`;
}

function Objectives({ bank, result }: { readonly bank: CheckBank; readonly result: Result }) {
  const textOf = new Map(bank.objectives.map(({ id, text }) => [id, text]));
  return (
    <section class="stack">
      <h3>By objective</h3>
      <ul class={styles.objectives}>
        {result.objectives.map(({ objective, right, of }) => (
          <li key={objective} data-right={howMany(right, of)}>
            {right > 0 && right < of ? (
              <span class={styles.some} aria-hidden="true" />
            ) : (
              <Icon name={right === of ? 'check' : 'cross'} />
            )}
            <span>
              <Prose text={textOf.get(objective) ?? objective} />
            </span>
            <span class="quiet end">
              {right} of {of}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only an objective with none right fails a check, so only that one looks failed. */
function howMany(right: number, of: number): 'all' | 'some' | 'none' {
  if (right === of) return 'all';
  return right > 0 ? 'some' : 'none';
}

function Missed({ bank, attempt }: { readonly bank: CheckBank; readonly attempt: CheckRow }) {
  const pages = rereadAfter(attempt, bank);
  if (pages.length === 0) return null;
  return (
    <section class="stack">
      <h3>Worth reading again</h3>
      <Sheet tone="list">
        {pages.map(({ title, paragraph, missed }) => (
          <LinkRow
            key={title}
            href={href(pathOfParagraph(paragraph, bank.module.id))}
            end={missed === 1 ? '1 missed' : `${missed} missed`}
          >
            {title}
          </LinkRow>
        ))}
      </Sheet>
    </section>
  );
}
