import { expect, test } from 'vitest';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { catalog } from '#protocols/catalog.ts';

const isEntry = (value: unknown): value is CatalogEntry =>
  typeof value === 'object' && value !== null && 'example' in value && 'brokenRules' in value;

const written = Object.values(import.meta.glob<Record<string, unknown>>('../../src/protocols/**/*.ts', { eager: true }))
  .flatMap((module) => Object.values(module))
  .filter(isEntry);

test('every protocol that was written stands in the catalog under its own id, and says where it is described', async () => {
  const listed = await Promise.all(Object.entries(catalog).map(async ([id, load]) => [id, await load()] as const));
  expect(new Set(listed.map(([, entry]) => entry))).toEqual(new Set(written));
  for (const [id, entry] of listed) {
    expect(entry.id).toBe(id);
    expect(entry.source).toMatch(/\d{4}|documentation|docs/i);
  }
});
