/** Lets a worker and the pages run the same files, where Vite would build for the worker once more all that it imports. */
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The program of each such worker. All that it imports is pure. */
const programs = /^search\.ts$/;

/** What both run. A worker must never load the pages' own file, so these folders have what they need of `base` to themselves. */
const shared = /\/src\/(workers|puzzles|protocols|simulator)\//;
const own = '?beside-workers';

const workerUrl = /new URL\('(\.\.?\/[\w./-]*workers\/([\w-]+\.ts))', import\.meta\.url\)/g;

const preload = '\0vite/preload-helper.js';

/** Vite's, without preloading, for which there is nothing here, and without a `window`, which a worker has not. */
const preloadCode = `export const __vitePreload = (load) =>
  load().catch((reason) => {
    const event = new Event('vite:preloadError', { cancelable: true });
    event.payload = reason;
    dispatchEvent(event);
    if (!event.defaultPrevented) throw reason;
  });`;

export function sharedWorkers(): Plugin {
  return {
    name: 'quorum:shared-workers',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',

    async resolveId(source, importer) {
      if (importer === undefined || !shared.test(importer)) return null;
      if (source === preload) return preload + own;
      if (!source.startsWith('#base/')) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && resolved.id + own;
    },

    load: (id) => (id === preload || id === preload + own ? preloadCode : null),

    transform(code, id) {
      if (!code.includes('new Worker(')) return null;
      return code.replaceAll(workerUrl, (written, path: string, file: string) => {
        if (!programs.test(file)) return written;
        const program = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path), name: basename(file, '.ts') });
        return `import.meta.ROLLUP_FILE_URL_${program}`;
      });
    },
  };
}
