import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SearchOutcome, SearchQuestion } from '#services/search-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import css from './proof-panel.module.css';
import { labLink } from './lab-link.ts';
import { breachOf, counted, verdict } from './proof-words.ts';
import { useProof } from './use-proof.ts';

/** What a phone searches in seconds and keeps in memory with ease. */
const LIMIT = 50_000;

interface ProofPanelProps {
  /** What the figure runs. It stays the same while the panel is there. */
  readonly question: Omit<SearchQuestion, 'limit'> & Parameters<typeof labLink>[0];
}

/** After a figure's outcome: whether it could have come otherwise, by trying every order. Nothing is loaded before it is asked for. */
export function ProofPanel({ question }: ProofPanelProps) {
  const { searches } = useServices();
  const { proof, start, stop } = useProof<SearchOutcome>(
    (options) => searches.run({ ...question, limit: LIMIT }, options),
    verdict,
  );
  const startButton = useRef<HTMLElement>(null);
  const isRunning = proof.kind === 'running';
  return (
    <div class={css.proof} role="group" aria-label="Every order" aria-busy={isRunning}>
      <p class={css.note}>This was one order of events. Your device can try all of them.</p>
      <div class={css.buttons}>
        <Button variant="quiet" isOff={isRunning} onClick={() => void start()} elementRef={startButton}>
          Try every order
        </Button>
        {isRunning && <StopButton onClick={stop} next={startButton} />}
        <Button variant="quiet" href={labLink(question)}>
          Open in the lab
        </Button>
      </div>
      {isRunning && (
        <p class={css.note}>
          {proof.states === 0
            ? 'Searching.'
            : `Searching: ${counted(proof.states, 'world')} so far, ${counted(proof.depth, 'move')} deep.`}
        </p>
      )}
      {proof.kind === 'ended' && <Outcome outcome={proof.outcome} seen={proof.seen} />}
    </div>
  );
}

interface StopButtonProps {
  readonly onClick: () => void;
  /** Who has the focus once this is gone. */
  readonly next: { readonly current: HTMLElement | null };
}

export function StopButton({ onClick, next }: StopButtonProps) {
  const button = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      if (document.activeElement === button.current) next.current?.focus({ preventScroll: true });
    },
    [],
  );
  return (
    <Button onClick={onClick} elementRef={button}>
      Stop
    </Button>
  );
}

interface OutcomeProps {
  readonly outcome: SearchOutcome;
  readonly seen: number;
}

function Outcome({ outcome, seen }: OutcomeProps) {
  return (
    <>
      {outcome.kind === 'found' && outcome.missing !== undefined && (
        <p class={css.note}>One rule is missing: {outcome.missing}</p>
      )}
      <p class={css.verdict}>{verdict(outcome, seen)}</p>
      {outcome.kind === 'found' && (
        <>
          {outcome.moves.length > 0 && <StepList steps={outcome.moves} current={null} label="The shortest way" />}
          <p>
            This breaks “{outcome.invariant}”: {outcome.why}.
          </p>
        </>
      )}
      {outcome.kind === 'holds' && (
        <p class={css.note}>
          {breachOf(outcome.invariants)} The proof’s digest is <code>{outcome.digest}</code>.
        </p>
      )}
    </>
  );
}
