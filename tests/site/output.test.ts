/** What else is in the folder that is deployed, and what must not be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteBytes } from '#build/site-bytes.ts';
import { dist } from '#tests/support/built-site.ts';

const site = siteBytes(dist);

interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly start_url: string;
  readonly scope: string;
  readonly display: string;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose: string;
  }[];
  readonly shortcuts: readonly { readonly url: string }[];
}

const manifest = JSON.parse(site.read('manifest.webmanifest')) as Manifest;

test('the manifest names an app that can be installed', () => {
  expect(manifest).toMatchObject({ id: '/', name: 'Quorum', start_url: '/', scope: '/', display: 'standalone' });
  const sizes = (purpose: string) =>
    manifest.icons.filter((icon) => icon.purpose === purpose && icon.type === 'image/png').map((icon) => icon.sizes);
  expect(sizes('any')).toEqual(['192x192', '512x512']);
  expect(sizes('maskable')).toEqual(['192x192', '512x512']);
});

test('each icon is as large as the manifest says', () => {
  const wrong = manifest.icons.filter(({ src, sizes, type }) => {
    const bytes = readFileSync(join(dist, src));
    return type === 'image/png' && `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}` !== sizes;
  });
  expect(wrong).toEqual([]);
});

test('each shortcut leads to a page', () => {
  expect(manifest.shortcuts.filter(({ url }) => !site.files.includes(`${url.slice(1)}index.html`))).toEqual([]);
});

test('every chunk is one that the app can come to: the renderer of the pages is not among them', () => {
  const reached = new Set<string>();
  const visit = (chunk: string): void => {
    if (reached.has(chunk)) return;
    reached.add(chunk);
    const { static: needed, dynamic } = site.importsOf(chunk);
    // A worker is named by its address.
    const workers = site.chunks
      .map(({ file }) => file)
      .filter(
        (file) =>
          site.read(chunk).includes(`"${site.base}${file}"`) || site.read(chunk).includes(`\`${site.base}${file}\``),
      );
    [...needed, ...dynamic, ...workers].forEach(visit);
  };
  site.startOf('shell.html').forEach(({ file }) => visit(file));
  expect(site.chunks.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([]);
});

test('the device keeps the shell, every chunk and all content', () => {
  const kept = new Set(site.precache.map(({ file }) => file));
  const needed = site.files.filter((file) => /^(assets|content)\//.test(file));
  expect(['shell.html', 'index.html', 'boot.js', ...needed].filter((file) => !kept.has(file))).toEqual([]);
});

test('the service worker never takes over by itself', () => {
  expect(site.read('sw.js').match(/skipWaiting\(\)/g)).toHaveLength(1);
  expect(site.read('sw.js')).toContain('SKIP_WAITING');
});
