import type { Simulation } from '#content/simulation.ts';
import { href } from '#services/navigation-service.ts';

/** The lab with the cluster of a figure, in the words of the lab's own links. A script of moves is not taken along. */
export function labLink({ protocol, broken, size, timed }: Pick<Simulation, 'protocol' | 'broken' | 'size' | 'timed'>) {
  const parts: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ['protocol', protocol],
    ['without', broken],
    ['size', size],
    ['seed', timed?.seed],
    ['latency', timed?.link?.latency.join('-')],
    ['loss', timed?.link?.loss],
    ['copies', timed?.link?.duplication],
    ['think', timed?.thinkTime?.join('-')],
    ['clocks', timed?.clockRates?.join('-')],
  ];
  return href(`/lab/#${parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join('&')}`);
}
