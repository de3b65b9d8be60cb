import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from '#content/schemas.ts';

/** Writes the JSON Schemas that editors use, from the schemas that the build uses. */
export function main(root: string): number {
  const folder = join(root, 'content', 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
  return 0;
}
