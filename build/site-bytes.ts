/** What a built site weighs, read from its files alone: sizes are gzip bytes, as a learner is sent them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weight {
  /** Its path in the site. */
  readonly file: string;
  readonly gzipBytes: number;
}

export interface SiteBytes {
  readonly base: string;
  /** Every file of the site. */
  readonly files: readonly string[];
  readonly pages: readonly string[];
  readonly chunks: readonly Weight[];
  readonly serviceWorker: Weight;
  readonly precache: readonly Weight[];
  /** The JavaScript that a page runs from its start: its scripts and preloads, and all that these import. */
  readonly startOf: (page: string) => readonly Weight[];
  /** The chunks that this one imports, at once or when it needs them. */
  readonly importsOf: (chunk: string) => { readonly static: readonly string[]; readonly dynamic: readonly string[] };
  readonly read: (file: string) => string;
}

export const totalOf = (weights: readonly Weight[]): number =>
  weights.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);

export function siteBytes(dist: string): SiteBytes {
  if (!existsSync(join(dist, 'version.json'))) throw new Error('there is no build: run `npm run build` first');
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const weigh = (file: string): Weight => ({
    file,
    gzipBytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  });
  const { base } = JSON.parse(read('version.json')) as { base: string };
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(dist.length + 1)
        .replaceAll(sep, '/'),
    )
    .toSorted();

  const importsOf = (chunk: string) => {
    const code = read(chunk);
    const beside = (pattern: RegExp) =>
      [...code.matchAll(pattern)].map(([, name]) => join(chunk, '..', name ?? '').replaceAll(sep, '/'));
    return {
      static: beside(/\b(?:import|from)\s*["']\.\/([^"']+\.js)["']/g),
      dynamic: beside(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g),
    };
  };

  const startOf = (page: string) => {
    const scripts = read(page).matchAll(/<(?:script\b[^>]*\ssrc|link data-late="modulepreload"[^>]*\shref)="([^"]+)"/g);
    const found = new Set<string>();
    const add = (file: string) => {
      if (found.has(file)) return;
      found.add(file);
      importsOf(file).static.forEach(add);
    };
    for (const [, url] of scripts) add((url ?? '').slice(base.length));
    return [...found].map(weigh);
  };

  return {
    base,
    files,
    pages: files.filter((file) => file.endsWith('.html')),
    chunks: files.filter((file) => /^assets\/.*\.js$/.test(file)).map(weigh),
    serviceWorker: weigh('sw.js'),
    precache: precachedUrls(read('sw.js')).map(weigh),
    startOf,
    importsOf,
    read,
  };
}

/** The addresses in the list that the build put into the service worker. */
function precachedUrls(worker: string): string[] {
  return [...worker.matchAll(/\{"revision":(?:null|"\w+"),"url":"([^"]+)"\}/g)].map(([, url]) => url ?? '');
}
