import { useEffect, useId, useState } from 'preact/hooks';
import { href } from '#services/navigation-service.ts';
import { useServices } from '#services/services.ts';
import type { SavedSetUp } from '#services/lab-set-ups.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { announce } from '#ui/live-region.tsx';
import { figureJson } from './figure-json.ts';
import type { LabModel, Standing } from './lab-model.ts';
import styles from './lab-screen.module.css';
import { linkText, settingsIn } from './settings-link.ts';

interface KeepPartProps {
  readonly model: LabModel;
  readonly standing: Standing;
}

/** Keeping a set-up under a name, sending it as a link, and writing it down for a figure. */
export function KeepPart({ model, standing }: KeepPartProps) {
  return (
    <section class={styles.part} aria-label="Keep and share">
      <h2>Keep and share</h2>
      <Saved model={model} />
      <Disclosure summary={model.hand.value ? 'A link to this position' : 'A link to this set-up'}>
        <Copyable label="The link" text={new URL(labHref(linkText(model.settings.value)), location.href).href} />
      </Disclosure>
      <Disclosure summary="Turn this into figure JSON">
        <p class="quiet">For authors: the run up to the instant that is shown, as the simulation of a figure.</p>
        <Copyable label="Figure JSON" text={figureJson(standing, momentOf(model, standing))} isLong />
      </Disclosure>
    </section>
  );
}

const labHref = (text: string): string => href(`/lab/#${text}`);

const momentOf = (model: LabModel, { run }: Standing): number => run.kept()[model.cursor.value]?.at ?? 0;

function Saved({ model }: { readonly model: LabModel }) {
  const { labSetUps } = useServices();
  const [saved, setSaved] = useState<readonly SavedSetUp[]>([]);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const id = useId();
  const after = (outcome: Awaited<ReturnType<typeof labSetUps.list>>) => {
    if (outcome.ok) setSaved(outcome.value);
    setFault(outcome.ok ? null : 'This browser does not keep it now. The link below does.');
  };
  useEffect(() => void labSetUps.list().then(after), []);
  const save = async () => {
    after(await labSetUps.save({ name: name.trim(), link: linkText(model.settings.peek()) }));
    setName('');
    announce('Saved.');
  };
  return (
    <>
      <form
        class={styles.save}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <div class={styles.field}>
          <label class={styles.label} for={id}>
            Name of this set-up
          </label>
          <input
            id={id}
            class={styles.number}
            type="text"
            maxLength={60}
            value={name}
            autoComplete="off"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" isOff={name.trim() === ''}>
          Save
        </Button>
      </form>
      {fault !== null && <p class="quiet">{fault}</p>}
      <ul class={styles.faults} aria-label="Saved set-ups">
        {saved.map((each) => (
          <li key={each.name}>
            <a
              href={labHref(each.link)}
              onClick={(event) => {
                event.preventDefault();
                const settings = settingsIn(each.link);
                if (settings) model.open(settings);
              }}
            >
              {each.name}
            </a>
            <IconButton
              icon="cross"
              label={`Delete “${each.name}”`}
              onClick={() => void labSetUps.remove(each.name).then(after)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface CopyableProps {
  readonly label: string;
  readonly text: string;
  readonly isLong?: boolean;
}

/** Text to take along: it stands there whole, for browsers that do not let it be copied by a button. */
function Copyable({ label, text, isLong = false }: CopyableProps) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => announce('Copied.'),
      () => announce('This browser does not copy. Select the text instead.'),
    );
  return (
    <div class={styles.stack}>
      <textarea class={styles.text} aria-label={label} readOnly rows={isLong ? 12 : 3} value={text} />
      <div class={styles.buttons}>
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
    </div>
  );
}
