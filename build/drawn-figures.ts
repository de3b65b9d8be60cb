import { failed } from '#base/result.ts';
import type { Draw } from '#content/simulation.ts';
import { simulate } from '#figures/simulate.ts';
import { catalogEntries } from './entries.ts';

/** Runs the simulations of the content: the content itself knows no simulator, and no protocol’s id. */
export const drawWithCatalog: Draw = (simulation) => {
  const entry = catalogEntries.get(simulation.protocol);
  if (entry !== undefined) return simulate(entry, simulation);
  return failed({
    path: 'protocol',
    reason: `there is no protocol ${simulation.protocol}; there are ${[...catalogEntries.keys()].join(', ')}`,
  });
};
