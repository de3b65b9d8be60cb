import { useId, useState } from 'preact/hooks';
import { sentence } from '#simulator/sentence.ts';
import { Button } from '#ui/button.tsx';
import type { LabModel, Standing } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { stateLines, type StateLine } from './node-state.ts';
import type { LabFaultKind } from './settings.ts';
import { timeText } from './words.ts';

interface NodePartProps {
  readonly model: LabModel;
  readonly standing: Standing;
}

/** How much of what a node met is told. */
const RECENT = 8;

/** One node at the instant that is looked at: what it holds, what it met, and what can be done to it. */
export function NodePart({ model, standing }: NodePartProps) {
  const { setUp, run } = standing;
  const [chosen, setChosen] = useState(0);
  const group = useId();
  const node = chosen < setUp.names.length ? chosen : 0;
  const kept = run.kept();
  const cursor = model.cursor.value;
  const world = kept[cursor]?.world ?? run.before();
  const before = kept[cursor - 1]?.world ?? run.before();
  const state = world.nodes[node];
  const earlier = before.nodes[node];
  if (state === undefined) return null;
  const { durable, volatile, status, timers, clock } = state;
  const change = setUp.setup.protocol.words.role;
  const role = volatile === null ? null : change(durable, volatile);
  return (
    <section class={styles.part} aria-labelledby={`${group}-title`}>
      <h2 id={`${group}-title`}>Nodes</h2>
      <div class={styles.nodes} role="radiogroup" aria-label="Node">
        {setUp.names.map((name, each) => (
          <label key={each} class={styles.node} data-status={world.nodes[each]?.status}>
            <input type="radio" name={group} checked={each === node} onChange={() => setChosen(each)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <p>
        {setUp.names[node]} is {status}
        {role !== null && `: ${role}`}. {timers.length > 0 && `Armed: ${armedText(setUp, timers)}. `}
        {setUp.timed.clockRates && `Its clock shows ${clock}.`}
      </p>
      <div class={styles.states}>
        <State title="On disk" note="Survives a crash" lines={stateLines(durable, earlier?.durable)} />
        <State
          title="In memory"
          note="Lost in a crash"
          lines={volatile === null ? null : stateLines(volatile, earlier?.volatile ?? undefined)}
        />
      </div>
      {model.hand.value === null && (
        <Faults model={model} node={node} status={status} isCutOff={world.cuts.some((ends) => ends.includes(node))} />
      )}
      <Met standing={standing} node={node} cursor={cursor} />
    </section>
  );
}

const armedText = (
  { setup }: Standing['setUp'],
  timers: Standing['setUp']['start']['nodes'][number]['timers'],
): string => timers.map(({ timer }) => setup.protocol.words.timer(timer)).join(', ');

interface StateProps {
  readonly title: string;
  readonly note: string;
  /** `null`: there is no such state now. */
  readonly lines: readonly StateLine[] | null;
}

function State({ title, note, lines }: StateProps) {
  return (
    <div class={styles.state}>
      <h3>
        {title} <span class="quiet">{note}</span>
      </h3>
      {lines === null || lines.length === 0 ? (
        <p class="quiet">{lines === null ? 'Nothing: it is down.' : 'Nothing.'}</p>
      ) : (
        <dl>
          {lines.map(({ name, value, isNew }) => (
            <div key={name} data-new={isNew ? 'yes' : undefined}>
              <dt>{name}</dt>
              <dd>
                {value}
                {isNew && <span class="hidden-text"> (just changed)</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

interface FaultsProps {
  readonly model: LabModel;
  readonly node: number;
  readonly status: 'up' | 'paused' | 'down';
  readonly isCutOff: boolean;
}

/** What can be made to go wrong with it, now: at the end of the run, not at the instant that is looked at. */
function Faults({ model, node, status, isCutOff }: FaultsProps) {
  const button = (kind: LabFaultKind, words: string, isOff = false) => (
    <Button isOff={isOff} onClick={() => model.intervene({ kind, node })}>
      {words}
    </Button>
  );
  return (
    <div class={styles.buttons} role="group" aria-label="Let it fail">
      {status === 'down' ? button('restart', 'Restart') : button('crash', 'Crash')}
      {status === 'paused' ? button('resume', 'Resume') : button('pause', 'Pause it', status === 'down')}
      {isCutOff ? button('heal', 'Heal links') : button('cut', 'Cut off')}
    </div>
  );
}

function Met({
  standing: { setUp, run },
  node,
  cursor,
}: {
  readonly standing: Standing;
  readonly node: number;
  readonly cursor: number;
}) {
  const kept = run.kept();
  const met: { readonly place: number; readonly at: number; readonly words: string }[] = [];
  for (let place = cursor; place >= 0 && met.length < RECENT; place--) {
    const happening = kept[place];
    if (happening === undefined) continue;
    const { move, at } = happening;
    const isIts =
      'packet' in move ? move.packet.to === node && move.kind !== 'drop' : 'node' in move && move.node === node;
    const before = kept[place - 1]?.world ?? run.before();
    if (isIts) met.push({ place, at, words: sentence(setUp.setup, before, move) });
  }
  if (met.length === 0) return null;
  return (
    <div class={styles.met}>
      <h3>What it met last</h3>
      <ol reversed>
        {met.map(({ place, at, words }) => (
          <li key={place}>
            <span class="quiet">{timeText(at)}</span> {words}
          </li>
        ))}
      </ol>
    </div>
  );
}
