import type { Calibration } from '#assessment/calibration.ts';
import type { Confidence } from '#assessment/response.ts';
import { LineChart } from '#ui/line-chart.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { confidenceNames, shareWords, verdictWords } from './calibration-words.ts';
import { Part } from './part.tsx';
import type { YouModel } from './you-model.ts';
import styles from './you-screen.module.css';

/** How often each confidence should be right, in the middle: where the point stands from left to right. */
const place: Readonly<Record<Confidence, number>> = { guess: 0.25, think: 0.7, sure: 0.95 };

/** What the learner's confidence was worth in the checks. */
export function CalibrationPart({ model }: { readonly model: YouModel }) {
  const state = model.state.value;
  const answers = state?.calibration.reduce((sum, { of }) => sum + of, 0) ?? 0;
  return (
    <Part title="How sure, and how right">
      <Sheet>
        {state && answers > 0 ? (
          <Judged calibration={state.calibration} />
        ) : (
          <p class="quiet">
            In a check you say how sure you are before you see the answer. Here you will see how often each was right.
          </p>
        )}
      </Sheet>
    </Part>
  );
}

function Judged({ calibration }: { readonly calibration: readonly Calibration[] }) {
  return (
    <>
      <Chart calibration={calibration} />
      <dl class={styles.judged}>
        {calibration.map((each) => (
          <div key={each.confidence}>
            <dt>
              {confidenceNames[each.confidence]} <span class="quiet">{shareWords(each)}</span>
            </dt>
            <dd class="quiet">{verdictWords(each)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Only what enough answers speak for is drawn: a point is read as a fact. */
function Chart({ calibration }: { readonly calibration: readonly Calibration[] }) {
  const known = calibration.filter(({ verdict }) => verdict !== 'too-few-answers');
  if (known.length < 2) return null;
  const points = known.map((each) => ({
    x: place[each.confidence],
    y: each.share ?? 0,
    name: confidenceNames[each.confidence],
    words: shareWords(each),
    label: confidenceNames[each.confidence],
  }));
  return (
    <>
      <LineChart
        caption="How often you were right, by how sure you were"
        head={['How sure', 'How often right']}
        points={points}
        axis={{ x: ['guess', 'sure'], y: ['never', 'always'] }}
        hasDiagonal
      />
      <p class="quiet">
        On the dashed line you are as often right as you say. Under it you say too much, over it too little.
      </p>
    </>
  );
}
