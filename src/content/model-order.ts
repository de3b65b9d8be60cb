/** The partial order that `implies` makes of models. It knows no picture of it. */

interface Ordered {
  readonly id: string;
  readonly implies: readonly string[];
}

/** All that a model implies, directly or through others. It holds the model itself only where they go round in a circle. */
export function allImplied(models: readonly Ordered[], id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (from: string) => {
    for (const next of models.find((model) => model.id === from)?.implies ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      follow(next);
    }
  };
  follow(id);
  return found;
}

/** The models directly above one, in the order of the list. */
export const strongerThan = <Model extends Ordered>(models: readonly Model[], id: string): readonly Model[] =>
  models.filter((model) => model.implies.includes(id));

/** The strongest first; each model stands below all that imply it, as high as it can. */
export function layersOf<Model extends Ordered>(models: readonly Model[]): readonly (readonly Model[])[] {
  const layers: (readonly Model[])[] = [];
  for (let rest = models; rest.length > 0;) {
    const layer = rest.filter(({ id }) => strongerThan(rest, id).length === 0);
    if (layer.length === 0) break;
    layers.push(layer);
    rest = rest.filter((model) => !layer.includes(model));
  }
  return layers;
}
