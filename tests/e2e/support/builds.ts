/** The builds that the specs serve: this version and a next one, at the root of a host and under a sub-path. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildId } from '#build/build-id.ts';
import { buildSite, dist, root } from '#tests/support/built-site.ts';

export interface Build {
  readonly outDir: string;
  /** Begins and ends with a slash. */
  readonly base: string;
  readonly id: string;
}

const others = join(root, 'node_modules/.cache/quorum-e2e');
const id = buildId(root);

export const thisVersion: Build = { outDir: dist, base: '/', id };
export const nextVersion: Build = { outDir: join(others, 'next'), base: '/', id: `${id}-next` };
export const thisVersionBelow: Build = { outDir: join(others, 'below'), base: '/quorum/', id };
export const nextVersionBelow: Build = { outDir: join(others, 'below-next'), base: '/quorum/', id: `${id}-next` };

const all = [thisVersion, nextVersion, thisVersionBelow, nextVersionBelow];

/** Makes every build that is missing or stale. */
export function ensureBuilds(): void {
  for (const build of all) if (!isFresh(build)) buildSite(build);
  for (const [now, next] of [
    [thisVersion, nextVersion],
    [thisVersionBelow, nextVersionBelow],
  ] as const) {
    // A worker that is the same to the byte is no new version to a browser.
    if (fileOf(now, 'sw.js') === fileOf(next, 'sw.js'))
      throw new Error('The next version differs from this one in nothing.');
  }
}

function isFresh({ outDir, base, id: wanted }: Build): boolean {
  const version = join(outDir, 'version.json');
  if (!existsSync(join(outDir, 'sw.js')) || !existsSync(version)) return false;
  return readFileSync(version, 'utf8') === JSON.stringify({ id: wanted, base, mode: 'production' });
}

const fileOf = ({ outDir }: Build, name: string): string => readFileSync(join(outDir, name), 'utf8');

/** The address of the script that starts a version: every version has its own. */
export function startScript(build: Build): string {
  const [, path] = /<link data-late="modulepreload"[^>]* href="([^"]+)"/.exec(fileOf(build, 'index.html')) ?? [];
  if (path === undefined) throw new Error(`${build.outDir}/index.html starts nothing`);
  return path;
}
