import { allImplied, layersOf, strongerThan } from '#content/model-order.ts';
import type { Model } from '#content/models.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/icon.tsx';
import { listed } from './model-history.ts';
import css from './model-map.module.css';

type Layers = readonly (readonly Model[])[];

interface OrderOfModelsProps {
  readonly models: readonly Model[];
  readonly chosen: Model | undefined;
  /** The history whose verdict is known: each model shows its own. */
  readonly told: Model['history'] | undefined;
  readonly onChoose: (model: Model) => void;
}

/** A row a layer, each row as high as the next and its models evenly spread: so the lines need no measuring. */
export function OrderOfModels({ models, chosen, told, onChoose }: OrderOfModelsProps) {
  const layers = layersOf(models);
  const implied = chosen ? allImplied(models, chosen.id) : new Set<string>();
  const isInCone = (id: string) => id === chosen?.id || implied.has(id);
  return (
    <div class={css.map} onKeyDown={(event) => walk(event, models, layers)}>
      <Lines models={models} layers={layers} isInCone={isInCone} />
      {layers.map((layer) => (
        <ul key={layer[0]?.id} class={css.layer}>
          {layer.map((model) => (
            <li key={model.id}>
              <button
                type="button"
                data-model={model.id}
                class={classNames(css.model, implied.has(model.id) && css.implied)}
                aria-pressed={model.id === chosen?.id}
                onClick={() => onChoose(model)}
              >
                {model.name}
                <span class="hidden-text">{neighboursOf(models, model)}</span>
                {told && <Verdict isAllowed={!told.forbiddenBy.includes(model.id)} />}
              </button>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

/** The arrow keys follow the lines and go along a row. */
function walk(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  models: readonly Model[],
  layers: Layers,
) {
  const from = event.target instanceof HTMLElement ? event.target.dataset['model'] : undefined;
  if (from === undefined || !event.key.startsWith('Arrow')) return;
  // Else they would turn the page.
  event.preventDefault();
  const layer = layers.find((each) => each.some(({ id }) => id === from)) ?? [];
  const place = layer.findIndex(({ id }) => id === from);
  const to: Readonly<Record<string, string | undefined>> = {
    ArrowUp: strongerThan(models, from)[0]?.id,
    ArrowDown: layer[place]?.implies[0],
    ArrowLeft: layer[place - 1]?.id,
    ArrowRight: layer[place + 1]?.id,
  };
  event.currentTarget.querySelector<HTMLElement>(`[data-model="${to[event.key]}"]`)?.focus();
}

function neighboursOf(models: readonly Model[], model: Model): string {
  const below = listed(models.filter(({ id }) => model.implies.includes(id))) || 'none of the others';
  const above = listed(strongerThan(models, model.id));
  return ` implies ${below}${above && `, implied by ${above}`}`;
}

function Verdict({ isAllowed }: { readonly isAllowed: boolean }) {
  return (
    <span class={classNames(css.mark, isAllowed ? css.allows : css.forbids)}>
      <Icon name={isAllowed ? 'check' : 'cross'} />
      <span class="hidden-text">{isAllowed ? '; allows the history' : '; forbids the history'}</span>
    </span>
  );
}

interface LinesProps {
  readonly models: readonly Model[];
  readonly layers: Layers;
  readonly isInCone: (id: string) => boolean;
}

/** Stretched to the map, one unit a row and 100 across; the strokes keep their width. */
function Lines({ models, layers, isInCone }: LinesProps) {
  const placeOf = (id: string) => {
    const row = layers.findIndex((layer) => layer.some((model) => model.id === id));
    const layer = layers[row] ?? [];
    const column = layer.findIndex((model) => model.id === id);
    return `${(100 * (column + 0.5)) / layer.length} ${row + 0.5}`;
  };
  const lines = models.flatMap(({ id, implies }) => implies.map((below) => ({ from: id, to: below })));
  return (
    <svg class={css.lines} viewBox={`0 0 100 ${layers.length}`} preserveAspectRatio="none" aria-hidden="true">
      {lines.map(({ from, to }) => (
        <path
          key={`${from} ${to}`}
          class={classNames(css.line, isInCone(from) && css.lineOfCone)}
          d={`M${placeOf(from)}L${placeOf(to)}`}
          vector-effect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
