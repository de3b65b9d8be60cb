import { relative } from 'node:path';
import { injectManifest } from 'workbox-build';

/** What is kept on the device. Deeper pages are rendered there, from the shell and the content. */
const files = [
  'shell.html',
  'boot.js',
  'manifest.webmanifest',
  'icons/icon.svg',
  'icons/icon-192.png',
  'assets/**/*.js',
  'content/**/*.json',
];

interface ServiceWorkerParts {
  /** The built worker, still without its list of files. */
  readonly built: string;
  readonly outDir: string;
  /** Paths of the prerendered pages. */
  readonly pages: readonly string[];
}

/** Writes `sw.js`: the worker and the list of what it keeps. */
export async function writeServiceWorker({ built, outDir, pages }: ServiceWorkerParts): Promise<void> {
  const tabPages = pages.filter((path) => path.split('/').length <= 3).map((path) => `${path.slice(1)}index.html`);
  const { warnings } = await injectManifest({
    swSrc: built,
    swDest: `${outDir}/sw.js`,
    globDirectory: outDir,
    globPatterns: [...files, ...tabPages],
    // Their names change with their content.
    dontCacheBustURLsMatching: /^(assets|content)\//,
    manifestTransforms: [
      (entries) => ({
        manifest: entries.map((entry) => ({ ...entry, revision: entry.revision?.slice(0, 8) ?? null })),
      }),
    ],
  });
  if (warnings.length > 0) throw new Error(`${relative(process.cwd(), outDir)}/sw.js: ${warnings.join('; ')}`);
}
