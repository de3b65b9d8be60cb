import { useEffect, useRef } from 'preact/hooks';
import type { ProvenRound } from '#content/compiled.ts';
import { StopButton } from '#figures/proof-panel.tsx';
import { counted } from '#figures/proof-words.ts';
import { useProof } from '#figures/use-proof.ts';
import { LIVE_STATES } from '#puzzles/prove.ts';
import type { ProofOutcome } from '#services/search-service.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { StepList } from '#ui/space-time/step-list.tsx';
import { caveat, proofWords } from './puzzle-words.ts';
import styles from './puzzle-screen.module.css';

interface ProofProps {
  readonly round: ProvenRound;
  readonly bounds: readonly string[];
  /** Told once the proof has been made again on this device. */
  readonly onProven?: () => void;
}

/** The proof as it was written down, and on this device again, where it is small enough. */
export function Proof({ round, bounds, onProven }: ProofProps) {
  const { truth, system, goal } = round;
  const { searches } = useServices();
  const { proof, start, stop } = useProof<ProofOutcome>(
    (options) => searches.prove({ system, goal, limit: LIVE_STATES }, options),
    proofWords,
  );
  const startButton = useRef<HTMLElement>(null);
  const isRunning = proof.kind === 'running';
  const isProven = proof.kind === 'ended' && proof.outcome.kind === truth.kind;
  useEffect(() => {
    if (isProven) onProven?.();
  }, [isProven]);
  return (
    <section class={styles.proof} aria-busy={isRunning} aria-labelledby="proof">
      <h2 id="proof">The proof</h2>
      <Certificate round={round} bounds={bounds} />
      {truth.states <= LIVE_STATES ? (
        <div class={styles.proofButtons}>
          <Button isOff={isRunning} onClick={() => void start()} elementRef={startButton}>
            {proof.kind === 'ended' ? 'Prove it again' : 'Prove it on this device'}
          </Button>
          {isRunning && <StopButton onClick={stop} next={startButton} />}
        </div>
      ) : (
        <p class="quiet">
          It is too long for a phone: more than {counted(LIVE_STATES, 'state')}. It was made when the puzzle was.
        </p>
      )}
      {isRunning && (
        <p class="quiet">
          {proof.states === 0
            ? 'Searching.'
            : `Searching: ${counted(proof.states, 'state')} so far, ${counted(proof.depth, 'move')} deep.`}
        </p>
      )}
      {proof.kind === 'ended' && (
        <>
          <p class={styles.verdict}>{proofWords(proof.outcome, proof.seen)}</p>
          {proof.outcome.kind === 'possible' && (
            <StepList steps={proof.outcome.moves} current={null} label="A shortest way" />
          )}
          {proof.outcome.kind === 'impossible' && truth.kind === 'impossible' && (
            <p class="quiet">
              Its digest is <code>{proof.outcome.digest}</code>
              {proof.outcome.digest === truth.digest ? ', the same as written down.' : ', not the one written down.'}
            </p>
          )}
        </>
      )}
      <p class="quiet">{caveat}</p>
    </section>
  );
}

function Certificate({ round: { truth }, bounds }: Pick<ProofProps, 'round' | 'bounds'>) {
  if (truth.kind === 'possible')
    return (
      <p>
        A search from the start, all moves of one length before the next, met {counted(truth.states, 'state')} until it
        reached the goal after {counted(truth.par, 'move')}. No way is shorter.
      </p>
    );
  return (
    <>
      <p>
        A search tried every move in every state: {counted(truth.states, 'state')}, up to {counted(truth.depth, 'move')}{' '}
        deep. None of them is the goal.
      </p>
      <p class="quiet">
        Within: {(truth.bounds.length > 0 ? truth.bounds : bounds).join(', ')}. Digest <code>{truth.digest}</code>.
      </p>
    </>
  );
}
