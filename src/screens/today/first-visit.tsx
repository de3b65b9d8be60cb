import { useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import type { TrackIndex } from '#content/compiled.ts';
import { Prose } from '#figures/prose.tsx';
import type { RunReplayProps } from '#figures/run-replay.tsx';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { ButtonRow } from '#ui/button-row.tsx';
import { Button } from '#ui/button.tsx';
import { OptionList } from '#ui/option-list.tsx';
import styles from './today-screen.module.css';

/** The question that opens the course, then the run that answers it. */
export function FirstVisit({ track: { hook, modules } }: { readonly track: TrackIndex }) {
  const { device, progress, clock } = useServices();
  const [chosen, setChosen] = useState<string | null>(null);
  const [Replay, setReplay] = useState<ComponentType<RunReplayProps> | null>(null);
  const first = modules[0];
  const start = href(`/learn/${first?.id ?? ''}/${hook.startsAt}/`);

  const answer = async () => {
    const option = hook.options.find(({ id }) => id === chosen);
    if (!option) return;
    const { RunReplay } = await import('#figures/run-replay.tsx');
    setReplay(() => RunReplay);
    device.mirror({ isReturning: true });
    const answered = { kind: 'promptAnswered', prompt: 'hook', choice: option.id, isRight: option.isRight === true } as const;
    await progress.record([answered], clock.now());
  };

  const options = hook.options.map(({ id, text, why }) => ({ id, text: <Prose text={text} />, why: <Prose text={why} /> }));
  const right = hook.options.filter(({ isRight }) => isRight).map(({ id }) => id);
  return (
    <section class={styles.hook} data-hue={first?.hue}>
      <h2 class={styles.question} id="hook">
        <Prose text={hook.prompt} />
      </h2>
      <OptionList
        labelledBy="hook"
        options={options}
        chosen={chosen}
        onChoose={setChosen}
        right={Replay ? right : undefined}
      />
      {Replay ? (
        <Replay run={hook.run} title="What happened">
          <p class="read">
            <Prose text={hook.outcome} />
          </p>
          <Button variant="go" href={start}>
            Start with {first?.id}
          </Button>
        </Replay>
      ) : (
        <>
          <Button variant="go" isOff={chosen === null} onClick={() => void answer()}>
            See what happened
          </Button>
          <p class="quiet">A course on distributed systems that fits in a phone and works with the network off. No account.</p>
          <ButtonRow>
            <Button variant="quiet" href={href('/learn/')}>
              See the whole track
            </Button>
            <Button variant="quiet" href={href('/you/#backup')}>
              Restore a backup
            </Button>
          </ButtonRow>
        </>
      )}
    </section>
  );
}
