import { relative } from 'node:path';
import { injectManifest } from 'workbox-build';

/** Pages that are kept whole, for the fastest start: the four tabs, and the review that a day begins with. */
const keptPages: readonly string[] = ['/', '/learn/', '/practise/', '/review/', '/you/'];

/** What is kept on the device. Other pages are rendered there, from the shell and the content. */
const files = [
  'shell.html',
  'boot.js',
  'manifest.webmanifest',
  'icons/icon.svg',
  'icons/icon-192.png',
  'assets/**/*.{js,css}',
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
  const pageFiles = pages.filter((path) => keptPages.includes(path)).map((path) => `${path.slice(1)}index.html`);
  const { warnings } = await injectManifest({
    swSrc: built,
    swDest: `${outDir}/sw.js`,
    globDirectory: outDir,
    globPatterns: [...files, ...pageFiles],
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
