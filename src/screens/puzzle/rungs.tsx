import { rungs } from '#puzzles/ladder.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { PlaceProps } from './playing.tsx';
import styles from './puzzle-screen.module.css';
import { rungNote, rungWords } from './puzzle-words.ts';

/** How much of the way is the player's own. No rung is locked. */
export function Rungs({ model, sitting }: Pick<PlaceProps, 'model' | 'sitting'>) {
  return (
    <Disclosure summary={`How you play: ${rungWords[sitting.rung].toLowerCase()}`}>
      <div class={styles.rungs} role="group" aria-label="How you play">
        {rungs.map((rung) => (
          <Button key={rung} isPressed={rung === sitting.rung} onClick={() => void model.climb(rung)}>
            {rungWords[rung]}
          </Button>
        ))}
      </div>
      <p class="quiet">{rungNote[sitting.rung]}</p>
    </Disclosure>
  );
}
