import { defaultSettings, type SettingName, type Settings } from './event.ts';
import type { Projection } from './projection.ts';

/** Whether a value is one that this version can live with. A newer version's value leaves the setting as it was. */
const accepts: { readonly [Name in SettingName]: (value: unknown) => boolean } = {
  retention: (value) => isBetween(value, 0.8, 0.97),
  newCardsPerDay: (value) => isBetween(value, 0, 1000),
  reviewMinutesPerDay: (value) => isBetween(value, 1, 1440),
  shortcuts: (value) => typeof value === 'boolean',
  theme: (value) => value === 'system' || value === 'light' || value === 'dark',
  textSize: (value) => value === 'small' || value === 'normal' || value === 'large' || value === 'larger',
  lines: (value) => value === 'normal' || value === 'wide',
  letters: (value) => value === 'normal' || value === 'wide',
};

export const settingsProjection: Projection<'settings'> = {
  initial: () => defaultSettings,
  on: {
    settingChanged: (row, { name, value }): Settings =>
      Object.hasOwn(accepts, name) && accepts[name](value) ? { ...row, [name]: value } : row,
  },
};

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}
