import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { OutcomeNotice } from './backup-part.tsx';
import { counted } from './counted.ts';
import type { KeepingModel } from './keeping-model.ts';
import styles from './you-screen.module.css';

interface DeleteEverythingProps {
  readonly model: KeepingModel;
  readonly events: number;
}

/** In two steps, with a backup between them. */
export function DeleteEverything({ model, events }: DeleteEverythingProps) {
  const [isOpen, setOpen] = useState(false);
  const { deleted, backup, isBusy } = model.state.value;
  const ask = () => {
    model.forgetOutcomes();
    setOpen(true);
  };
  const remove = async () => {
    await model.deleteEverything();
    setOpen(false);
  };
  return (
    <>
      <OutcomeNotice outcome={deleted} />
      <div class={styles.danger}>
        <Button onClick={ask}>Delete everything…</Button>
      </div>
      <Dialog
        title="Delete everything?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button isOff={isBusy} onClick={() => void model.saveBackup()}>
              Save a backup first
            </Button>
            <div class={styles.danger}>
              <Button isOff={isBusy} onClick={() => void remove()}>
                Delete everything
              </Button>
            </div>
          </>
        }
      >
        <p>
          {counted(events, 'entry goes', 'entries go')} from this device, and cannot be brought back without a backup:
        </p>
        <ul class={styles.goes}>
          <li>what you have read, and the place you left</li>
          <li>the memory of every card, your own words and the cards put away</li>
          <li>checks, their history and your calibration</li>
          <li>design reviews</li>
          <li>settings</li>
        </ul>
        <p class="quiet">The course stays. So do backups you saved as files, and whatever another device holds.</p>
        <OutcomeNotice outcome={backup} />
      </Dialog>
    </>
  );
}
