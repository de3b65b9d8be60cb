import { expect, test } from 'vitest';
import { webManifest } from '#build/web-manifest.ts';

test('every address in the manifest carries the base path', () => {
  const manifest = webManifest('/quorum/', '/nowhere');
  const addresses = [
    manifest.id,
    manifest.start_url,
    manifest.scope,
    ...manifest.icons.map(({ src }) => src),
    ...manifest.shortcuts.map(({ url }) => url),
  ];
  expect(addresses.filter((address) => !/^\/quorum\/(?!\/)/.test(address))).toEqual([]);
});

test('where there are no pictures of the app, the manifest has none', () => {
  expect(webManifest('/', '/nowhere').screenshots).toEqual([]);
});
