import { useId, useState } from 'preact/hooks';
import { href } from '#services/navigation-service.ts';
import { Button } from '#ui/button.tsx';
import { announce } from '#ui/live-region.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { KeepingModel } from './keeping-model.ts';
import { Part } from './part.tsx';
import styles from './you-screen.module.css';

const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, words: `${String(hour).padStart(2, '0')}:00` }));
const EVENING = 19;

interface ReminderPartProps {
  readonly model: KeepingModel;
  /** How long a review may take. */
  readonly minutes: number;
}

/** Reminders only when asked for: the calendar that one has anyway does it, without a server or a permission. */
export function ReminderPart({ model, minutes }: ReminderPartProps) {
  const id = useId();
  const [hour, setHour] = useState(EVENING);
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    await model.saveReminder(hour, minutes, location.origin + href('/review/'));
    setSaved(true);
    announce('Saved. Open the file to add it to your calendar.');
  };
  return (
    <Part title="Reminders">
      <Sheet>
        <p>Quorum sends nothing by itself. Your calendar can remind you of the daily review.</p>
        <div class={styles.reminder}>
          <label class={styles.label} for={id}>
            Every day at
          </label>
          <select
            id={id}
            class={styles.select}
            value={hour}
            onChange={(event) => setHour(Number(event.currentTarget.value))}
          >
            {hours.map(({ hour: each, words }) => (
              <option key={each} value={each}>
                {words}
              </option>
            ))}
          </select>
          <Button onClick={() => void save()}>Make a calendar file</Button>
        </div>
        {isSaved && (
          <p>
            Saved as <code>quorum-reminder.ics</code>. Open it to add the reminder; delete the event there to be rid of
            it.
          </p>
        )}
        <p class="quiet">
          Installed, the app’s icon can also carry a number: how many cards today’s review holds. It is set when you
          open Today and never counts what waits beyond your minutes.
        </p>
      </Sheet>
    </Part>
  );
}
