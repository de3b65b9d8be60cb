import { useState } from 'preact/hooks';
import { confidences } from '#assessment/response.ts';
import { Prose } from '#figures/prose.tsx';
import { Button } from '#ui/button.tsx';
import { Foot } from '#ui/foot.tsx';
import { OptionList } from '#ui/option-list.tsx';
import { confidenceWords } from '../confidence-words.ts';
import type { PuzzleModel } from './puzzle-model.ts';
import styles from './puzzle-screen.module.css';

/** Before the first move: what will come of it. Saying how sure one is begins the play. */
export function Predict({ model }: { readonly model: PuzzleModel }) {
  const { asked } = model.state.value;
  const [chosen, setChosen] = useState<string | null>(null);
  const { prompt, options } = asked.prediction;
  return (
    <div class={styles.table}>
      <p class={styles.kind}>Before the first move</p>
      <OptionList
        legend={<Prose text={prompt} />}
        options={options.map(({ id, text }) => ({ id, text: <Prose text={text} /> }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Foot>
        <div class={styles.confidence} role="group" aria-labelledby="how-sure">
          <p class="quiet" id="how-sure">
            {chosen === null ? 'Predict, then say how sure you are.' : 'How sure are you? Your tap begins.'}
          </p>
          <div class={styles.confidences}>
            {confidences.map((confidence) => (
              <Button
                key={confidence}
                isOff={chosen === null}
                onClick={() => chosen !== null && void model.predict(chosen, confidence)}
              >
                {confidenceWords[confidence]}
              </Button>
            ))}
          </div>
        </div>
      </Foot>
    </div>
  );
}
