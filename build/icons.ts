import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

export interface Icon {
  /** Its file in the output. */
  readonly file: string;
  /** Pixels a side. */
  readonly size: number;
  readonly purpose: 'any' | 'maskable' | 'apple';
}

export const icons: readonly Icon[] = [
  { file: 'icons/icon-192.png', size: 192, purpose: 'any' },
  { file: 'icons/icon-512.png', size: 512, purpose: 'any' },
  { file: 'icons/maskable-192.png', size: 192, purpose: 'maskable' },
  { file: 'icons/maskable-512.png', size: 512, purpose: 'maskable' },
  // Apple cuts the corners itself, from a full square.
  { file: 'icons/apple-touch-icon.png', size: 180, purpose: 'apple' },
];

/** Draws an icon from its SVG, as PNG. */
export function drawIcon(publicDir: string, { size, purpose }: Icon): Buffer {
  const svg = readFileSync(join(publicDir, `icons/${purpose === 'any' ? 'icon' : 'maskable'}.svg`), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
}
