/** Builds of the app for tests: the one in `dist`, made when it is missing or stale, and others beside it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildId } from '#build/build-id.ts';

export const root = resolve(import.meta.dirname, '../..');
/** The app at the root of a host, as `npm run build` makes it. */
export const dist = join(root, 'dist');

export interface BuildOptions {
  readonly outDir: string;
  readonly base?: string;
  /** A version's own name; by default the digest of the sources. */
  readonly id?: string;
}

/** Builds the app into `outDir`, in a process of its own. */
export function buildSite({ outDir, base = '/', id = buildId(root) }: BuildOptions): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', BASE_PATH: base, BUILD_ID: id },
  });
}

/** Builds into `dist`, unless what is there was built from these very sources. */
export function ensureDist(): void {
  const id = buildId(root);
  const version = join(dist, 'version.json');
  const wanted = JSON.stringify({ id, base: '/', mode: 'production' });
  const isFresh = existsSync(join(dist, 'sw.js')) && existsSync(version) && readFileSync(version, 'utf8') === wanted;
  if (!isFresh) buildSite({ outDir: dist, id });
}

/** Vitest's global setup of the tests over `dist`. */
export const setup = ensureDist;
