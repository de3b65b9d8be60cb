import { useEffect, useMemo, useState } from 'preact/hooks';
import { catalog } from '#protocols/catalog.ts';
import { ClusterPart } from './cluster-part.tsx';
import { Button } from '#ui/button.tsx';
import { HandPart } from './hand-part.tsx';
import { KeepPart } from './keep-part.tsx';
import { createLabModel, type LabModel } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { NodePart } from './node-part.tsx';
import { OperationsPart } from './operations-part.tsx';
import { RunPart } from './run-part.tsx';
import { linkText, settingsIn } from './settings-link.ts';
import { SurroundingsPart } from './surroundings-part.tsx';
import { VerdictPart } from './verdict-part.tsx';

/** The lab itself, once all protocols are here. */
export function Lab() {
  const [model, setModel] = useState<LabModel | null>(null);
  const [isUnavailable, setUnavailable] = useState(false);
  useEffect(() => {
    const load = async () => {
      const entries = await Promise.all(Object.values(catalog).map((entry) => entry()));
      setModel(createLabModel(entries, settingsIn(location.hash)));
    };
    load().catch(() => setUnavailable(true));
  }, []);
  if (isUnavailable) return <p>The protocols are not on this device, and there is no network to fetch them.</p>;
  return model && <Bench model={model} />;
}

function Bench({ model }: { readonly model: LabModel }) {
  const standing = model.standing.value;
  const settings = model.settings.value;
  const hand = model.hand.value;
  const hasMotion = useMotion();
  useEffect(() => {
    history.replaceState(history.state, '', `${location.pathname}#${linkText(settings)}`);
  }, [settings]);
  useEffect(() => {
    const follow = () => {
      const named = settingsIn(location.hash);
      if (named && linkText(named) !== linkText(model.settings.peek())) model.open(named);
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
      model.pause();
    };
  }, [model]);
  const broke = standing?.run.violation();
  const kept = standing?.run.kept() ?? [];
  // Moves before the first that is kept cannot be looked at again.
  const place = broke && standing ? broke.step - 1 - (standing.run.count() - kept.length) : -1;
  // The same nodes again are skipped by the renderer: what does not change while it runs costs no frame.
  const setUp = standing?.setUp;
  const surroundings = useMemo(() => setUp && <SurroundingsPart model={model} setUp={setUp} />, [setUp]);
  const still = model.isPlaying.value ? null : standing;
  const keeping = useMemo(() => standing && <KeepPart model={model} standing={standing} />, [setUp, still]);
  return (
    <div class={styles.columns}>
      <div class={styles.side}>
        <ClusterPart model={model} />
        {model.fault.value !== null && <p>{model.fault.value}</p>}
      </div>
      {standing && (
        <div class={styles.run} data-hue="indigo">
          <Driver model={model} />
          {hand ? (
            <HandPart model={model} standing={standing} hand={hand} />
          ) : (
            <>
              <RunPart model={model} standing={standing} hasMotion={hasMotion} />
              <VerdictPart standing={standing} onShow={place >= 0 ? () => model.seek(place) : undefined} />
            </>
          )}
        </div>
      )}
      {standing && (
        <div class={styles.rest}>
          <NodePart model={model} standing={standing} />
          <OperationsPart model={model} standing={standing} />
          {surroundings}
          {keeping}
        </div>
      )}
    </div>
  );
}

/** Who makes the moves: the seed, in time, or the reader. */
function Driver({ model }: { readonly model: LabModel }) {
  const isChosen = model.hand.value !== null;
  return (
    <div class={styles.buttons} role="group" aria-label="Who makes the moves">
      <Button isPressed={!isChosen} onClick={() => isChosen && model.chooseHand(false)}>
        In time
      </Button>
      <Button isPressed={isChosen} onClick={() => isChosen || model.chooseHand(true)}>
        By hand
      </Button>
    </div>
  );
}

/** Without motion a run goes in steps only. */
function useMotion(): boolean {
  const [hasMotion, setMotion] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    const reduced = matchMedia('(prefers-reduced-motion: reduce)');
    const follow = () => setMotion(!reduced.matches);
    reduced.addEventListener('change', follow);
    return () => reduced.removeEventListener('change', follow);
  }, []);
  return hasMotion;
}
