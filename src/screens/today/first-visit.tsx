import { useState } from 'preact/hooks';
import type { TrackIndex } from '#content/compiled.ts';
import { Prose } from '#figures/prose.tsx';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import { ButtonRow } from '#ui/button-row.tsx';
import { Button } from '#ui/button.tsx';
import { Deferred } from '#ui/deferred.tsx';
import { OptionList } from '#ui/option-list.tsx';
import styles from './today-screen.module.css';

const loadReplay = async () => (await import('#figures/run-replay.tsx')).RunReplay;

interface FirstVisitProps {
  readonly track: TrackIndex;
  readonly onAnswer: () => void;
}

/** The question that opens the course, then the run that answers it. */
export function FirstVisit({ track: { hook, modules }, onAnswer }: FirstVisitProps) {
  const { device, progress, clock } = useServices();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  const first = modules[0];
  const start = href(`/learn/${first?.id ?? ''}/${hook.startsAt}/`);

  const answer = () => {
    const option = hook.options.find(({ id }) => id === chosen);
    if (!option) return;
    setAnswered(true);
    onAnswer();
    device.mirror({ isReturning: true });
    const answered = {
      kind: 'promptAnswered',
      prompt: 'hook',
      choice: option.id,
      isRight: option.isRight === true,
    } as const;
    void progress.record([answered], clock.now());
  };

  const options = hook.options.map(({ id, text, why }) => ({
    id,
    text: <Prose text={text} />,
    why: <Prose text={why} />,
  }));
  const right = hook.options.filter(({ isRight }) => isRight).map(({ id }) => id);
  const end = (
    <>
      <p class="read">
        <Prose text={hook.outcome} />
      </p>
      <Button variant="go" href={start}>
        Start with {first?.id}
      </Button>
    </>
  );
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
        right={isAnswered ? right : undefined}
      />
      {isAnswered ? (
        <Deferred load={loadReplay} props={{ run: hook.run, title: 'What happened', children: end }} />
      ) : (
        <>
          <Button variant="go" isOff={chosen === null} onClick={answer}>
            See what happened
          </Button>
          <p class="quiet">
            A course on distributed systems that fits in a phone and works with the network off. No account.
          </p>
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
