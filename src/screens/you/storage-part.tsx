import type { ComponentChildren } from 'preact';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { byteWords } from './byte-words.ts';
import { DeleteEverything } from './delete-everything.tsx';
import type { KeepingModel } from './keeping-model.ts';
import { Part } from './part.tsx';
import styles from './you-screen.module.css';

/** As much of a device's id as tells it from another. */
const SHORT_ID = 6;

/** Where progress is, whether it stays there, and the way to be rid of it. */
export function StoragePart({ model }: { readonly model: KeepingModel }) {
  const { summary, storage } = model.state.value;
  return (
    <Part title="On this device">
      <Sheet>
        {storage && <Kept model={model} isPersisted={storage.isPersisted} />}
        <dl class={styles.facts}>
          {storage && storage.usedBytes !== null && (
            <Fact name="Space used">
              {byteWords(storage.usedBytes)}
              {storage.quotaBytes !== null && ` of ${byteWords(storage.quotaBytes)}`}
            </Fact>
          )}
          {summary && <Fact name="Entries in your log">{summary.events}</Fact>}
          {summary && (
            <Fact name="This device">
              <code>{summary.device.slice(0, SHORT_ID)}</code>
            </Fact>
          )}
          <Fact name="Version">
            <code>{import.meta.env.BUILD_ID}</code>
          </Fact>
        </dl>
        <DeleteEverything model={model} events={summary?.events ?? 0} />
      </Sheet>
    </Part>
  );
}

const KEPT = 'The browser keeps your progress until you delete it.';
const NOT_KEPT =
  'It does not promise more yet. Browsers often do once the app is installed or used for some days. A backup is safe either way.';

function Kept({ model, isPersisted }: { readonly model: KeepingModel; readonly isPersisted: boolean }) {
  const { isKeepingGranted, isBusy } = model.state.value;
  const keep = async () => {
    await model.keep();
    announce(model.state.value.storage?.isPersisted ? KEPT : NOT_KEPT);
  };
  if (isPersisted) return <p>{KEPT}</p>;
  return (
    <>
      <p>The browser may clear your progress when the device runs out of room.</p>
      {isKeepingGranted === false && <p class="quiet">{NOT_KEPT}</p>}
      <Button isOff={isBusy} onClick={() => void keep()}>
        Keep it
      </Button>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
