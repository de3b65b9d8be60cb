import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LabNumber, LabSpan } from './lab-number.tsx';
import { LabSelect } from './lab-select.tsx';
import styles from './lab-screen.module.css';
import type { LabModel } from './lab-model.ts';
import type { LabSetUp } from './lab-set-up.ts';
import { faultKinds, isByHand, limits, MOST_FAULTS, type LabFault, type LabFaultKind } from './settings.ts';
import { faultText } from './words.ts';

interface SurroundingsPartProps {
  readonly model: LabModel;
  readonly setUp: LabSetUp;
}

/** What the cluster lives in: its network, its clients, its clocks, and what goes wrong. */
export function SurroundingsPart({ model, setUp }: SurroundingsPartProps) {
  if (isByHand(setUp.settings)) {
    if (setUp.askers.length === 0) return null;
    return (
      <section class={styles.surroundings} aria-label="Surroundings">
        <Disclosure summary="Clients">
          <Clients model={model} setUp={setUp} />
        </Disclosure>
      </section>
    );
  }
  return (
    <section class={styles.surroundings} aria-label="Surroundings">
      <h2>Surroundings</h2>
      <Disclosure summary="Network">
        <Network model={model} setUp={setUp} />
      </Disclosure>
      {setUp.askers.length > 0 && (
        <Disclosure summary="Clients">
          <Clients model={model} setUp={setUp} />
        </Disclosure>
      )}
      <Disclosure summary="Clocks">
        <Clocks model={model} setUp={setUp} />
      </Disclosure>
      <Disclosure summary={`Faults (${setUp.faults.length})`}>
        <Faults model={model} setUp={setUp} />
      </Disclosure>
    </section>
  );
}

function Network({ model, setUp }: SurroundingsPartProps) {
  const settings = model.settings.value;
  const { latency, loss, duplication } = setUp.timed.link;
  return (
    <div class={styles.stack}>
      <LabSpan
        legend="A message is under way, in units of time"
        value={latency}
        range={limits.latency}
        onChange={(next) => model.change({ ...settings, latency: next })}
      />
      <div class={styles.fields}>
        <LabNumber
          label="Lost"
          unit="of 1"
          value={loss}
          range={limits.share}
          onChange={(next) => model.change({ ...settings, loss: next })}
        />
        <LabNumber
          label="Arriving twice"
          unit="of 1"
          value={duplication}
          range={limits.share}
          onChange={(next) => model.change({ ...settings, duplication: next })}
        />
      </div>
    </div>
  );
}

function Clients({ model, setUp }: SurroundingsPartProps) {
  const settings = model.settings.value;
  return (
    <div class={styles.stack}>
      <div class={styles.fields}>
        <LabNumber
          label="Clients that ask"
          value={Math.min(settings.clients ?? setUp.askers.length, setUp.askers.length)}
          range={[0, setUp.askers.length]}
          isWhole
          onChange={(clients) => model.change({ ...settings, clients })}
        />
        <LabNumber
          label="Rounds"
          unit="of what each asks"
          value={settings.rounds ?? 1}
          range={limits.rounds}
          isWhole
          onChange={(rounds) => model.change({ ...settings, rounds })}
        />
      </div>
      {!isByHand(settings) && (
        <LabSpan
          legend="A client waits before it asks"
          value={setUp.timed.thinkTime ?? [0, 0]}
          range={limits.thinkTime}
          onChange={(thinkTime) => model.change({ ...settings, thinkTime })}
        />
      )}
    </div>
  );
}

function Clocks({ model, setUp }: SurroundingsPartProps) {
  const settings = model.settings.value;
  const rates = setUp.names.map((_, node) => setUp.timed.clockRates?.[node] ?? 1);
  return (
    <div class={styles.stack}>
      <p class="quiet">How fast each clock runs: 1 keeps time, 2 runs twice as fast. Timers run by them.</p>
      <div class={styles.fields}>
        {setUp.names.map((name, node) => (
          <LabNumber
            key={node}
            label={name}
            value={rates[node] ?? 1}
            range={limits.clockRate}
            onChange={(rate) =>
              model.change({ ...settings, clockRates: rates.map((own, each) => (each === node ? rate : own)) })
            }
          />
        ))}
      </div>
    </div>
  );
}

const kindWords: Readonly<Record<LabFaultKind, string>> = {
  crash: 'crashes',
  restart: 'starts again',
  pause: 'pauses',
  resume: 'goes on',
  cut: 'is cut off',
  heal: 'is connected again',
};

function Faults({ model, setUp }: SurroundingsPartProps) {
  const settings = model.settings.value;
  const [at, setAt] = useState(500);
  const [kind, setKind] = useState<LabFaultKind>('crash');
  const [node, setNode] = useState(0);
  const set = (faults: readonly LabFault[]) => model.change({ ...settings, faults });
  return (
    <div class={styles.stack}>
      {setUp.faults.length === 0 && <p class="quiet">Nothing goes wrong but what the network does.</p>}
      <ul class={styles.faults}>
        {setUp.faults
          .toSorted((one, other) => one.at - other.at)
          .map((fault) => (
            <li key={JSON.stringify(fault)}>
              <span>{faultText(fault, setUp.names)}</span>
              <IconButton
                icon="cross"
                label={`Take out: ${faultText(fault, setUp.names)}`}
                onClick={() => set(setUp.faults.filter((other) => other !== fault))}
              />
            </li>
          ))}
      </ul>
      <div class={styles.fields}>
        <LabNumber label="At" value={at} range={limits.at} onChange={setAt} />
        <LabSelect
          label="Node"
          options={setUp.names.map((name, each) => [String(each), name])}
          value={String(node)}
          onChange={(each) => setNode(Number(each))}
        />
        <LabSelect
          label="What happens"
          options={faultKinds.map((each) => [each, kindWords[each]])}
          value={kind}
          onChange={(each) => setKind(each as LabFaultKind)}
        />
      </div>
      <div class={styles.buttons}>
        <Button isOff={setUp.faults.length >= MOST_FAULTS} onClick={() => set([...setUp.faults, { at, kind, node }])}>
          Add it
        </Button>
        <Button isOff={setUp.faults.length === 0} onClick={() => set([])}>
          Take all out
        </Button>
      </div>
    </div>
  );
}
