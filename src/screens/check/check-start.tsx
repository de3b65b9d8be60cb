import { CHECK_ITEMS } from '#assessment/check-draw.ts';
import { PASS_RIGHT } from '#assessment/check-result.ts';
import type { CheckBank } from '#content/compiled.ts';
import { Prose } from '#figures/prose.tsx';
import type { CheckRow } from '#progress/rows.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { LinkRow } from '#ui/link-row.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { openAttempt } from './check-attempt.ts';
import type { CheckModel } from './check-model.ts';
import styles from './check-screen.module.css';

interface CheckStartProps {
  readonly bank: CheckBank;
  readonly model: CheckModel;
}

/** What the check is, the attempt that is open, and those before it. */
export function CheckStart({ bank, model }: CheckStartProps) {
  const { attempts } = model.state.value;
  const open = openAttempt(attempts ?? []);
  const finished = (attempts ?? []).filter(({ result }) => result !== null);
  const count = Math.min(CHECK_ITEMS, bank.items.length);
  return (
    <>
      <h2>{bank.module.title}</h2>
      <p class="read">
        {count} questions, drawn from {bank.items.length}. To pass: {PASS_RIGHT} right, with at least one of each
        objective. There is no clock.
      </p>
      <p class="read">
        With each answer you say how sure you are. That is never scored: it shows you what you only think you know. Then
        you see why each option is right or wrong, and where it is taught.
      </p>
      {open && (
        <Notice>
          A check is open: {open.answers.length} of {open.items.length} answered.
        </Notice>
      )}
      <section class="stack">
        <h3>It asks whether you can</h3>
        <ul class={styles.list}>
          {bank.objectives.map(({ id, text }) => (
            <li key={id}>
              <Prose text={text} />
            </li>
          ))}
        </ul>
      </section>
      {finished.length > 0 && <History attempts={finished} />}
      <Foot hint="You can stop at any question. What you answered is kept.">
        <Button variant="go" isOff={attempts === null} onClick={open ? model.resume : model.begin}>
          {open ? 'Continue' : finished.length > 0 ? 'Take it again' : 'Start'}
        </Button>
      </Foot>
    </>
  );
}

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Each leads to its result. */
function History({ attempts }: { readonly attempts: readonly CheckRow[] }) {
  return (
    <section class="stack">
      <h3>Your attempts</h3>
      <Sheet tone="list">
        {attempts.map(({ attempt, startedAt, result }) => (
          <LinkRow key={attempt} href={`#${attempt}`} end={date.format(startedAt)}>
            {result?.right} of {result?.of} · {result?.passed ? 'passed' : 'not yet'}
          </LinkRow>
        ))}
      </Sheet>
    </section>
  );
}
