import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '#content/schemas.ts';
import { readContent } from '#build/content-files.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'content/schemas');

test('the schemas that editors use are the ones that the build uses', () => {
  const files = schemaFiles();
  expect(readdirSync(folder).toSorted()).toEqual([...files.keys()].toSorted());
  // Compared as JSON: how it is laid out is the formatter's to say.
  for (const [name, text] of files)
    expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(JSON.parse(text));
});

test('every file of the course points at its schema', () => {
  const names = new Set(schemaFiles().keys());
  const written = readContent(root).filter((file) => !file.path.endsWith('/released.json'));
  for (const file of written) {
    const schema: unknown = JSON.parse(file.text).$schema;
    const target = join('/', file.path, '..', String(schema));
    expect(
      target.startsWith('/content/schemas/') && names.has(target.slice('/content/schemas/'.length)),
      `${file.path}: ${String(schema)}`,
    ).toBe(true);
  }
});
