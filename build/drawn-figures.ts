import { failed } from '#base/result.ts';
import type { Draw } from '#content/simulation.ts';
import { simulate } from '#figures/simulate.ts';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { catalog } from '#protocols/catalog.ts';

const entries = new Map<string, CatalogEntry>(
  await Promise.all(Object.entries(catalog).map(async ([id, load]) => [id, await load()] as const)),
);

/** Runs the simulations of the content: the content itself knows no simulator, and no protocol’s id. */
export const drawWithCatalog: Draw = (simulation) => {
  const entry = entries.get(simulation.protocol);
  if (entry !== undefined) return simulate(entry, simulation);
  return failed({
    path: 'protocol',
    reason: `there is no protocol ${simulation.protocol}; there are ${[...entries.keys()].join(', ')}`,
  });
};
