import type { PuzzleSystem } from '#content/puzzle.ts';
import type { Simulation } from '#content/simulation.ts';
import { href } from '#services/navigation-service.ts';

type Cluster = Pick<Simulation, 'protocol' | 'broken' | 'size' | 'requests' | 'names' | 'moves' | 'timed'>;

/** The lab with a figure, in the words of the lab's own links: its cluster with its script played, or its seed and faults. */
export function labLink({ protocol, broken, size, requests, names, moves, timed }: Cluster): string {
  return linkOf([
    ['protocol', protocol],
    ['without', broken],
    ['size', size],
    ['requests', written(requests)],
    ['names', written(names)],
    ['seed', timed?.seed],
    ['latency', timed?.link?.latency.join('-')],
    ['loss', timed?.link?.loss],
    ['copies', timed?.link?.duplication],
    ['think', timed?.thinkTime?.join('-')],
    ['clocks', timed?.clockRates?.join('-')],
    ['told', written(timed?.faults)],
    ['script', written(moves)],
  ]);
}

/** The lab with the cluster of a puzzle, at its start, by hand. There any fault may be made. */
export const labLinkOfPuzzle = ({ protocol, broken, size, options, requests, names }: PuzzleSystem): string =>
  linkOf([
    ['protocol', protocol],
    ['without', broken],
    ['size', size],
    ['options', written(options)],
    ['requests', written(requests)],
    ['names', written(names)],
    ['hand', ''],
  ]);

const written = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

const linkOf = (parts: readonly (readonly [name: string, value: string | number | undefined])[]): string =>
  href(
    `/lab/#${parts
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
      .join('&')}`,
  );
