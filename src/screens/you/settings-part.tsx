import type { Settings } from '#progress/event.ts';
import { Sheet } from '#ui/sheet.tsx';
import { NumberSetting } from './number-setting.tsx';
import { Part } from './part.tsx';
import { RetentionSetting } from './retention-setting.tsx';
import { ChoiceSetting } from './choice-setting.tsx';
import type { YouModel } from './you-model.ts';
import styles from './you-screen.module.css';

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];
const textSizes: readonly (readonly [Settings['textSize'], string])[] = [
  ['small', 'Small'],
  ['normal', 'Normal'],
  ['large', 'Large'],
  ['larger', 'Larger'],
];
const widths: readonly (readonly [Settings['lines'], string])[] = [
  ['normal', 'Normal'],
  ['wide', 'Wide'],
];

/** Each change is kept at once; there is nothing to confirm. */
export function SettingsPart({ model }: { readonly model: YouModel }) {
  const settings = model.state.value?.settings;
  const change: YouModel['change'] = (name, value) => model.change(name, value);
  return (
    <Part title="Settings" id="settings">
      {settings && (
        <>
          <Sheet>
            <div class={styles.settings}>
              <ChoiceSetting
                legend="Theme"
                options={themes}
                chosen={settings.theme}
                onChoose={(theme) => void change('theme', theme)}
              />
              <ChoiceSetting
                legend="Text size"
                options={textSizes}
                chosen={settings.textSize}
                onChoose={(size) => void change('textSize', size)}
              />
              <ChoiceSetting
                legend="Between lines and paragraphs"
                options={widths}
                chosen={settings.lines}
                onChoose={(width) => void change('lines', width)}
              />
              <ChoiceSetting
                legend="Between letters and words"
                options={widths}
                chosen={settings.letters}
                onChoose={(width) => void change('letters', width)}
              />
              <ReadingSample />
              <label class={styles.switch}>
                <span>
                  Single-key shortcuts
                  <span class={styles.under}>1 to 4 to grade, U to undo, / to search</span>
                </span>
                <input
                  type="checkbox"
                  role="switch"
                  checked={settings.shortcuts}
                  onChange={(event) => void change('shortcuts', event.currentTarget.checked)}
                />
              </label>
            </div>
          </Sheet>
          <Sheet>
            <div class={styles.settings}>
              <NumberSetting
                label="New cards a day"
                unit="cards"
                least={0}
                most={50}
                value={settings.newCardsPerDay}
                onChange={(value) => void change('newCardsPerDay', value)}
              />
              <NumberSetting
                label="Review, at most"
                unit="minutes a day"
                least={5}
                most={60}
                value={settings.reviewMinutesPerDay}
                onChange={(value) => void change('reviewMinutesPerDay', value)}
              />
              <RetentionSetting value={settings.retention} onChange={(value) => void change('retention', value)} />
            </div>
          </Sheet>
        </>
      )}
    </Part>
  );
}

/** Reading text as the page shows it now: each choice above is seen here at once. */
function ReadingSample() {
  return (
    <div class={styles.sample} role="group" aria-label="How you will read">
      <p class="read">You ask another machine to do something, and nothing comes back.</p>
      <p class="read">Perhaps your request was lost. Perhaps it was done, and the answer was lost.</p>
    </div>
  );
}
