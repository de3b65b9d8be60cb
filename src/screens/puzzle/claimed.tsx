import { useEffect, useRef, useState } from 'preact/hooks';
import { isImpossible } from '#puzzles/judge.ts';
import { LIVE_STATES } from '#puzzles/prove.ts';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { parWords, type PlaceProps } from './playing.tsx';
import { Proof } from './proof.tsx';
import styles from './puzzle-screen.module.css';

/** "This cannot be done": right or not, and where right, it counts only beside the proof. */
export function Claimed({ model, table: { asked, board } }: PlaceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isRight = isImpossible(asked);
  // What is too long to prove here is proven by what was written down, which stands on this page.
  const [isProven, setProven] = useState(isRight && asked.truth.states > LIVE_STATES);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div class={styles.table}>
        <h2 class={styles.verdict} ref={heading} tabIndex={-1}>
          {isRight ? 'You say that it cannot be done. That takes a proof.' : 'It can be done.'}
        </h2>
        {isRight ? (
          <Proof round={asked} bounds={board.bounds} onProven={() => setProven(true)} />
        ) : (
          <p class="read">{parWords(model)} Your moves are kept: go on, or take a hint.</p>
        )}
      </div>
      <div class={styles.after}>
        <Foot hint={isRight && !isProven ? 'Your answer counts once your device has tried every move.' : undefined}>
          {isRight ? (
            <>
              <Button variant="go" isOff={!isProven} onClick={() => model.apply({ kind: 'proofSeen' })}>
                So it is: go on
              </Button>
              <Button onClick={() => model.apply({ kind: 'goOn' })}>Back to the moves</Button>
            </>
          ) : (
            <Button variant="go" onClick={() => model.apply({ kind: 'goOn' })}>
              Go on playing
            </Button>
          )}
        </Foot>
      </div>
    </>
  );
}
