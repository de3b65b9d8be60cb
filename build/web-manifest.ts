import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { icons } from './icons.ts';

const screenshotFolder = 'screenshots';

/** The web app manifest. Every address in it carries the base path. */
export function webManifest(base: string, publicDir: string) {
  return {
    id: base,
    name: 'Quorum',
    short_name: 'Quorum',
    description: 'A self-paced course on distributed systems that fits in a phone and works with the network off.',
    lang: 'en',
    dir: 'ltr',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#faf8f3',
    theme_color: '#faf8f3',
    categories: ['education'],
    icons: [
      { src: `${base}icons/icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...icons.flatMap(({ file, size, purpose }) =>
        purpose === 'apple' ? [] : [{ src: base + file, sizes: `${size}x${size}`, type: 'image/png', purpose }],
      ),
    ],
    shortcuts: [
      { name: 'Review', url: `${base}review/` },
      { name: 'Continue', url: base },
      { name: 'Learn', url: `${base}learn/` },
    ],
    screenshots: screenshots(base, publicDir),
  };
}

const screenshotsTaken = [
  { name: 'phone.png', form_factor: 'narrow', label: 'A run, step by step' },
  { name: 'wide.png', form_factor: 'wide', label: 'A section with its figure beside it' },
] as const;

/** `npm run screens -- --publish` keeps the pictures. */
function screenshots(base: string, publicDir: string) {
  const folder = join(publicDir, screenshotFolder);
  const taken = screenshotsTaken.filter(({ name }) => existsSync(join(folder, name)));
  return taken.map(({ name, form_factor, label }) => {
    const { width, height } = pngSize(readFileSync(join(folder, name)));
    return {
      src: `${base}${screenshotFolder}/${name}`,
      sizes: `${width}x${height}`,
      type: 'image/png',
      form_factor,
      label,
    };
  });
}

/** A PNG begins with 8 bytes of signature, then the IHDR chunk: 4 of length, 4 of type, 4 of width, 4 of height. */
const pngSize = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });
