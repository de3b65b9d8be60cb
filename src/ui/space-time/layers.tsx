/** What a picture is drawn of, from the ground up: lifelines, what lasts, what happens, and above all what it is called. */
import type { Key } from 'preact';
import { useMemo } from 'preact/hooks';
import { EventLabel, EventShape, isGround } from './event-mark.tsx';
import { marksWithin, type Layout, type Mark } from './lay-out.ts';
import css from './space-time-diagram.module.css';
import type { Nearby } from './use-nearby.ts';

export function Lifelines({ layout }: { readonly layout: Layout }) {
  return (
    <>
      {layout.columns.map(({ node, x }) => (
        <path key={node} class={css.life} d={`M${x} 0V${layout.height}`} />
      ))}
    </>
  );
}

interface EventsProps {
  readonly layout: Layout;
  readonly until: number;
  readonly nearby: Nearby;
}

/** Only those near what is seen. */
export function Events({ layout, until, nearby: { top, bottom } }: EventsProps) {
  const marks = useMemo(() => marksWithin(layout, top, bottom), [layout, top, bottom]);
  // The same node again is skipped by the renderer, so a step draws one event and not all.
  const drawn = useMemo(() => {
    const shape = (mark: Mark) => <EventShape key={mark.index} mark={mark} />;
    return {
      ground: marks.filter(isGround).map(shape),
      shapes: marks.filter((mark) => !isGround(mark)).map(shape),
      labels: marks.map((mark) => <EventLabel key={mark.index} mark={mark} />),
    };
  }, [marks]);
  const hasHappened = ({ key }: { readonly key: Key }) => Number(key) < until;
  return (
    <>
      <g>{drawn.ground.filter(hasHappened)}</g>
      <States layout={layout} until={until} />
      <g>{drawn.shapes.filter(hasHappened)}</g>
      <g>{drawn.labels.filter(hasHappened)}</g>
    </>
  );
}

/** Where a node is down or paused, as far as the run has come. Upon its bars: they may last longer. */
function States({ layout, until }: { readonly layout: Layout; readonly until: number }) {
  const now = until >= layout.marks.length ? layout.height : (layout.marks[until]?.y ?? 0);
  return (
    <>
      {layout.states.map(
        (state) =>
          state.from < until && (
            <g key={state.from}>
              <path class={css.gone} d={`M${state.x} ${state.y1}V${Math.min(state.y2, now)}`} />
              <path
                class={css[state.kind]}
                d={`M${state.x} ${state.y1 + 9}V${Math.max(state.y1 + 9, Math.min(state.y2, now))}`}
              />
            </g>
          ),
      )}
    </>
  );
}
