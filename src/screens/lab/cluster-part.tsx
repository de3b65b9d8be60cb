import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { useServices } from '#services/services.ts';
import { Button } from '#ui/button.tsx';
import { LabNumber } from './lab-number.tsx';
import { LabSelect } from './lab-select.tsx';
import styles from './lab-screen.module.css';
import type { LabModel } from './lab-model.ts';
import { isByHand, limits, type LabSettings } from './settings.ts';

const SOUND = '';

/** What runs: the protocol, the rule it lacks, how many nodes, and the seed that decides all chance. */
export function ClusterPart({ model }: { readonly model: LabModel }) {
  const { newSeed } = useServices();
  const settings = model.settings.value;
  const entry = model.entries.find(({ id }) => id === settings.protocol);
  const { sizes } = entry ?? {};
  return (
    <section class={styles.part} aria-label="The cluster">
      <LabSelect
        label="Protocol"
        options={model.entries.map(({ id, name }) => [id, name])}
        value={settings.protocol}
        onChange={(protocol) =>
          model.change({ protocol, seed: settings.seed, ...(isByHand(settings) && { hand: '' }) })
        }
      />
      {entry && Object.keys(entry.brokenRules).length > 0 && (
        <LabSelect
          label="Its rules"
          options={[
            [SOUND, 'All of them'],
            ...Object.entries(entry.brokenRules).map(([rule, words]) => [rule, `Without one: ${words}`] as const),
          ]}
          value={settings.broken ?? SOUND}
          onChange={(rule) => model.change(withRule(settings, rule))}
        />
      )}
      <div class={styles.fields}>
        {sizes && sizes.length > 1 && (
          <LabSelect
            label="Nodes"
            options={sizes.map((size) => [String(size), String(size)])}
            value={String(settings.size ?? sizes[0])}
            onChange={(size) => model.change({ ...settings, size: Number(size) })}
          />
        )}
        <LabNumber
          label="Seed"
          value={settings.seed}
          range={limits.seed}
          isWhole
          onChange={(seed) => model.change({ ...settings, seed })}
        />
        <Button onClick={() => model.change({ ...settings, seed: newSeed() % 100_000 })}>Another seed</Button>
      </div>
      {entry && settings.broken === undefined && <Options model={model} entry={entry} />}
      {entry && <p class="quiet">{entry.source}</p>}
    </section>
  );
}

function withRule(settings: LabSettings, rule: string): LabSettings {
  const { broken, ...sound } = settings;
  return rule === SOUND || rule === broken ? sound : { ...sound, broken: rule };
}

/** The sound protocol's own options, as far as they are numbers or yes and no: a rule that is missing has its own. */
function Options({ model, entry }: { readonly model: LabModel; readonly entry: CatalogEntry }) {
  const settings = model.settings.value;
  const options = Object.entries(entry.options ?? {}).filter(([, own]) => typeof own !== 'string');
  const set = (name: string, value: unknown) =>
    model.change({ ...settings, options: { ...settings.options, [name]: value } });
  if (options.length === 0) return null;
  return (
    <div class={styles.fields}>
      {options.map(([name, own]) => {
        const value = settings.options?.[name] ?? own;
        if (typeof value === 'boolean')
          return (
            <label key={name} class={styles.tick}>
              <input type="checkbox" checked={value} onChange={() => set(name, !value)} />
              <span>{optionWords(name)}</span>
            </label>
          );
        if (typeof value === 'number')
          return (
            <LabNumber
              key={name}
              label={optionWords(name)}
              value={value}
              range={[0, 20]}
              onChange={(next) => set(name, next)}
            />
          );
        return null;
      })}
    </div>
  );
}

/** "writesBack" is "Writes back". */
const optionWords = (name: string): string => {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
