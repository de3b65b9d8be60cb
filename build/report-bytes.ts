import { join } from 'node:path';
import { siteBytes, totalOf, type Weight } from './site-bytes.ts';

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;

/** The heaviest first, one a line. */
export function weightTable(weights: readonly Weight[]): string {
  return weights
    .toSorted((a, b) => b.gzipBytes - a.gzipBytes)
    .map(({ file, gzipBytes }) => `${kilobytes(gzipBytes)}  ${file}`)
    .join('\n');
}

/** Prints what the build in `dist` weighs. */
export function main(root: string): number {
  const site = siteBytes(join(root, 'dist'));
  const pages = site.pages.map((page) => ({ file: page, gzipBytes: totalOf(site.startOf(page)) }));
  const parts: [string, readonly Weight[]][] = [
    ['JavaScript that each page starts with', pages],
    ['Chunks', site.chunks],
    ['Kept on the device', site.precache],
    ['Service worker', [site.serviceWorker]],
  ];
  console.log(parts.map(([title, weights]) => `${title} (gzip)\n${weightTable(weights)}`).join('\n\n'));
  console.log(`\n${site.precache.length} files are kept on the device:${kilobytes(totalOf(site.precache))}`);
  return 0;
}
