import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** Builds one of the benches' own pages, a folder beside this file, as the app is built. Returns where it is. */
export async function builtPage(root: string, folder: string, page: 'floor' | 'page'): Promise<string> {
  const outDir = join(folder, page);
  await build({
    configFile: false,
    root: join(root, 'tests/bench', page),
    base: '/',
    logLevel: 'error',
    plugins: [preact({ reactAliasesEnabled: false })],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
    worker: { format: 'es' },
  });
  return outDir;
}
