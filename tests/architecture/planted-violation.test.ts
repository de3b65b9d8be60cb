import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayImport, pureFolders } from './layers.ts';

/** A copy of the house with one violation a file, so that nothing is ever planted in the tree itself. */
const plot = mkdtempSync(join(tmpdir(), 'planted-'));

const violations: readonly { readonly file: string; readonly code: string; readonly says: RegExp }[] = [
  ...Object.keys(mayImport)
    .filter((folder) => folder !== 'app')
    .map((folder) => ({
      file: `src/${folder}/upwards.ts`,
      code: "import { App } from '#app/app.tsx';\nexport const planted = App;\n",
      says: /no-restricted-imports/,
    })),
  ...pureFolders.flatMap((folder) => [
    {
      file: `src/${folder}/clock.ts`,
      code: 'export const planted = () => new Date();\n',
      says: /no-restricted-globals/,
    },
    {
      file: `src/${folder}/chance.ts`,
      code: 'export const planted = () => Math.random();\n',
      says: /no-restricted-properties/,
    },
    {
      file: `src/${folder}/signals.ts`,
      code: "import { signal } from '@preact/signals';\nexport const planted = signal(0);\n",
      says: /no-restricted-imports/,
    },
  ]),
  {
    file: 'src/screens/today/sideways.ts',
    code: "import { x } from '../reader/reader-model.ts';\nexport const planted = x;\n",
    says: /no-restricted-imports/,
  },
  {
    file: 'src/screens/today/downwards.ts',
    code: "import { x } from '#storage/database.ts';\nexport const planted = x;\n",
    says: /no-restricted-imports/,
  },
  {
    file: 'src/ui/code-of-content.ts',
    code: "import { parseMarkup } from '#content/markup.ts';\nexport const planted = parseMarkup;\n",
    says: /no-restricted-imports/,
  },
  {
    file: 'src/screens/today/package.ts',
    code: "import { openDB } from 'idb';\nexport const planted = openDB;\n",
    says: /no-restricted-imports/,
  },
  {
    file: 'src/services/package.ts',
    code: "import * as z from 'zod';\nexport const planted = z;\n",
    says: /no-restricted-imports/,
  },
  {
    file: 'src/progress/package.ts',
    code: "import { fsrs } from 'ts-fsrs';\nexport const planted = fsrs;\n",
    says: /no-restricted-imports/,
  },
  { file: 'src/services/default.ts', code: 'export default 1;\n', says: /no-default-export/ },
];

const innocent = {
  file: 'src/ui/type-of-content.ts',
  code: "import type { MarkupNode } from '#content/markup.ts';\nexport type Planted = MarkupNode;\n",
};

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}
let found: readonly Diagnostic[] = [];

beforeAll(() => {
  for (const { file, code } of [...violations, innocent]) {
    mkdirSync(join(plot, file, '..'), { recursive: true });
    writeFileSync(join(plot, file), code);
  }
  copyFileSync('.oxlintrc.json', join(plot, '.oxlintrc.json'));
  const linted = spawnSync(join(process.cwd(), 'node_modules', '.bin', 'oxlint'), ['--format', 'json', 'src'], {
    cwd: plot,
    encoding: 'utf8',
  });
  found = (JSON.parse(linted.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}, 60_000);

afterAll(() => rmSync(plot, { recursive: true, force: true }));

describe('the linter refuses', () => {
  test.each(violations)('$file', ({ file, says }) => {
    const codes = found.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code);
    expect(codes.join(' ')).toMatch(says);
  });
});

test('the linter allows a widget to name a type of a pure folder', () => {
  expect(found.filter(({ filename }) => filename.endsWith(innocent.file))).toEqual([]);
});

test('a pure folder that uses the DOM does not compile', () => {
  const project = join(plot, 'tsconfig.json');
  writeFileSync(join(plot, 'src/base/dom.ts'), 'export const planted = document.title;\n');
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(process.cwd(), 'src/tsconfig.pure.json'),
      include: ['src/base/dom.ts'],
      exclude: [],
    }),
  );
  const compiled = spawnSync(join(process.cwd(), 'node_modules', '.bin', 'tsc'), ['-p', project], { encoding: 'utf8' });
  expect(compiled.stdout).toMatch(/base\/dom\.ts.*Cannot find name 'document'/);
}, 60_000);
