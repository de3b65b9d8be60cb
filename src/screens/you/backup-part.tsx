import { useEffect } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { announce } from '#ui/live-region.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { KeepingModel, Outcome } from './keeping-model.ts';
import { Part } from './part.tsx';
import styles from './you-screen.module.css';

/** No backup of this app is longer; a longer file would only fill the memory before it is refused. */
const LONGEST_FILE_BYTES = 500_000_000;

/** Progress out to a file and back in, in one tap each. */
export function BackupPart({ model }: { readonly model: KeepingModel }) {
  const { backup, exported, isBusy } = model.state.value;
  const restore = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const text = file.size > LONGEST_FILE_BYTES ? null : await readText(file);
    // The same file chosen again is a change again.
    input.value = '';
    if (text === null) model.refuse('This file could not be read. Nothing was changed.');
    else await model.restore(text);
  };
  return (
    <Part title="Backup" id="backup">
      <Sheet>
        <p>Your progress is on this device only. A backup takes it to another one, or brings it back.</p>
        <div class={styles.actions}>
          <Button variant="go" isOff={isBusy} onClick={() => void model.saveBackup()}>
            Save a backup
          </Button>
          <label class={styles.file}>
            <input
              class="hidden-text"
              type="file"
              accept=".jsonl,.txt,text/plain,application/jsonl"
              onChange={(event) => void restore(event.currentTarget)}
            />
            Restore from a file
          </label>
        </div>
        <OutcomeNotice outcome={backup} />
        <p class="quiet">
          Restoring adds what is missing here and takes nothing away. The same file twice changes nothing, so you can
          carry progress between two devices both ways.
        </p>
        <Disclosure summary="For other programs">
          <div class={styles.exports}>
            <Button isOff={isBusy} onClick={() => void model.save('anki')}>
              Cards for Anki
            </Button>
            <Button isOff={isBusy} onClick={() => void model.save('reviews')}>
              Review log (CSV)
            </Button>
            <Button isOff={isBusy} onClick={() => void model.save('design-reviews')}>
              Design reviews (Markdown)
            </Button>
          </div>
          <OutcomeNotice outcome={exported} />
          <p class="quiet">These are to read elsewhere. Only a backup can be restored.</p>
        </Disclosure>
      </Sheet>
    </Part>
  );
}

/** `null` for a file that is gone or may not be read. */
async function readText(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Says what came of it, seen and heard. */
export function OutcomeNotice({ outcome }: { readonly outcome: Outcome | null }) {
  useEffect(() => {
    if (outcome) announce(outcome.words);
  }, [outcome]);
  return outcome && <Notice tone={outcome.isGood ? 'good' : 'bad'}>{outcome.words}</Notice>;
}
