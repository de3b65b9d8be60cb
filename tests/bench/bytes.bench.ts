import { siteBytes, totalOf, type Weight } from '#build/site-bytes.ts';
import { kilobytes, type Measured } from './measure.ts';

/** What a learner is sent, gzip. */
export function benchBytes(dist: string): readonly Measured[] {
  const site = siteBytes(dist);
  const heaviest = site.chunks.toSorted((one, other) => other.gzipBytes - one.gzipBytes)[0];
  const row = (what: string, weights: readonly Weight[], budget: string): Measured => ({
    what,
    measured: kilobytes(totalOf(weights)),
    budget,
  });
  return [
    row('JS on the first route', site.startOf('index.html'), '≤ 20 KB'),
    row('JS on the review route', site.startOf('review/index.html'), '≤ 35 KB'),
    row(`heaviest chunk, ${heaviest?.file.replace(/^assets\//, '') ?? 'none'}`, heaviest ? [heaviest] : [], '≤ 30 KB'),
    row('sw.js', [site.serviceWorker], '≤ 7 KB'),
    row('precache, the whole track included', site.precache, '≤ 600 KB'),
    { what: 'precache, files', measured: String(site.precache.length), budget: '≤ 100' },
  ];
}
