import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The files that are loaded with a file, by its static imports of code. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, names, target] of text.matchAll(/^(?:import|export) (?!type )([^;]*?)from '([^']+)'/gms)) {
    if (target === undefined || /^\{(\s*type [^,}]+,?)*\s*\}\s*$/.test(names ?? '')) continue;
    if (target.startsWith('#')) loadedWith(target.replace('#', 'src/'), seen);
    else if (target.startsWith('.')) loadedWith(join(dirname(file), target), seen);
    else seen.add(target);
  }
  return seen;
}

test('reading progress loads neither the reducers nor the scheduler nor zod', () => {
  const loaded = [...loadedWith('src/storage/indexeddb-store.ts')];
  expect(loaded.filter((file) => !file.startsWith('src/'))).toEqual(['idb']);
  expect(loaded.filter((file) => /projection\.|projections\.|replay\.|scheduling\/|event-schema/.test(file))).toEqual(
    [],
  );
});

test('recording loads the reducers, but the model of forgetting only for a card', () => {
  const loaded = loadedWith('src/storage/recording.ts');
  expect(loaded.has('src/progress/projections.ts')).toBe(true);
  expect(loaded.has('src/scheduling/fsrs.ts')).toBe(false);
  expect(loaded.has('ts-fsrs')).toBe(false);
});
