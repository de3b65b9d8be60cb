import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayImport, mayName, packageOwners } from './layers.ts';

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
  readonly isType: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const importPattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/g;

const imports: readonly Import[] = files.flatMap((file) => {
  const folder = file.includes('/') ? (file.split('/')[0] ?? '') : '(root)';
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(importPattern)].map(([, type, from, lazy]) => ({
    file,
    folder,
    target: from ?? lazy ?? '',
    isType: type !== undefined,
  }));
});

test('every folder of src has its place in the house', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  folders.delete('service-worker');
  expect(folders).toEqual(new Set(Object.keys(mayImport)));
});

test('imports between folders go one way', () => {
  const wrong = imports.filter(({ folder, target, isType }) => {
    const layer = /^#([a-z-]+)\//.exec(target)?.[1];
    if (layer === undefined || layer === folder || folder === '(root)') return false;
    return !mayImport[folder]?.includes(layer) && !(isType && mayName[folder]?.includes(layer));
  });
  expect(wrong).toEqual([]);
});

test('a screen imports no other screen', () => {
  const wrong = imports.filter(
    ({ folder, target }) => folder === 'screens' && /^(\.\.\/[^/]+\/|\.\.\/\.\.\/|#screens\/)/.test(target),
  );
  expect(wrong).toEqual([]);
});

test('a package is imported by its owners only', () => {
  const wrong = imports.filter(({ folder, target }) => {
    const owner = Object.keys(packageOwners).find((name) => target === name || target.startsWith(`${name}/`));
    return owner !== undefined && !packageOwners[owner]?.includes(folder);
  });
  expect(wrong).toEqual([]);
});
