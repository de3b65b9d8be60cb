/** Draws a run: what happened, on which node, in which order. It knows nothing of who made the run, or why. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Run } from '#content/figure.ts';
import { classNames } from '../class-names.ts';
import { Events, Lifelines } from './layers.tsx';
import { heightOf, layOut, type Layout, type Mark, type Spot } from './lay-out.ts';
import { NAME_LINE_PX } from './columns.ts';
import css from './space-time-diagram.module.css';
import { useNearby } from './use-nearby.ts';
import { useOverflow } from './use-overflow.ts';
import { useWidth } from './use-width.ts';

interface SpaceTimeDiagramProps {
  readonly run: Run;
  /** How many events are drawn, from the first. The frame has room for all of them. */
  readonly until?: number;
  /** A question stands at the end of what is drawn, and the frame ends there. */
  readonly isOpen?: boolean;
  /** The index of the event to point out. */
  readonly selected?: number | null;
  /** A tap on an event; a shortcut to the list beside the picture, never the only way. */
  readonly onSelect?: ((index: number) => void) | undefined;
  /** The picture in a sentence. */
  readonly label: string;
  readonly spots?: readonly Spot[];
  readonly selectedSpot?: string | null;
  /** Given once answered: the places that are right. The chosen one is then right or wrong. */
  readonly rightSpots?: readonly string[] | undefined;
  readonly onSelectSpot?: (id: string) => void;
}

const NO_SPOTS: readonly Spot[] = [];
const QUESTION_PX = 36;

export function SpaceTimeDiagram(props: SpaceTimeDiagramProps) {
  const { run, until = run.events.length, isOpen = false, selected = null, label, spots = NO_SPOTS } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => layOut(run, width, spots), [run, width, spots]);
  const height = isOpen ? heightOf(layout, until) + QUESTION_PX : layout.height;
  useKeptInView(frame, layout, selected ?? until - 1);
  const scrolls = useOverflow(frame, [layout, height]);
  const [nearby, followScroll] = useNearby(frame, layout.height + layout.headHeight);

  const choose = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const spot = target?.closest('[data-spot]')?.getAttribute('data-spot');
    const index = target?.closest('[data-event]')?.getAttribute('data-event');
    if (spot) props.onSelectSpot?.(spot);
    else if (index) props.onSelect?.(Number(index));
  };
  const mark = selected === null || selected >= until ? undefined : layout.marks[selected];
  return (
    <div
      class={css.frame}
      ref={frame}
      onScroll={followScroll}
      {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': 'The picture' })}
    >
      <Names layout={layout} />
      <svg
        class={css.picture}
        data-taps={props.onSelect || props.onSelectSpot ? 'yes' : undefined}
        viewBox={`0 0 ${layout.width} ${height}`}
        width={layout.width}
        height={height}
        role="img"
        aria-label={label}
        onClick={choose}
      >
        <Lifelines layout={layout} />
        {mark && <Highlight mark={mark} />}
        <Events layout={layout} until={until} nearby={nearby} />
        <Spots layout={layout} selected={props.selectedSpot ?? null} right={props.rightSpots} />
        {isOpen && <OpenQuestion x={layout.width / 2} y={height - QUESTION_PX / 2 - 2} />}
      </svg>
    </div>
  );
}

/** Where the run goes on once it has been predicted. */
function OpenQuestion({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g class={css.question}>
      <rect x={x - 58} y={y - 14} width="116" height="28" rx="14" />
      <text x={x} y={y + 4} text-anchor="middle">
        your prediction
      </text>
    </g>
  );
}

/** In a picture of its own, so that the names stay while a long run scrolls. */
function Names({ layout }: { readonly layout: Layout }) {
  return (
    <svg
      class={css.names}
      viewBox={`0 0 ${layout.width} ${layout.headHeight}`}
      width={layout.width}
      height={layout.headHeight}
      aria-hidden="true"
    >
      {layout.columns.map((column) => (
        <text key={column.node} class={css.name} font-size={column.nameSize} text-anchor="middle">
          {column.nameLines.map((line, index) => (
            <tspan key={index} x={column.x} y={index * NAME_LINE_PX + 12}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

function Highlight({ mark: { x, y, line } }: { readonly mark: Mark }) {
  return line ? (
    <path class={css.chosenLine} d={`M${line.x1} ${line.y1}L${line.x2} ${line.y2}`} />
  ) : (
    <circle class={css.chosenDot} cx={x} cy={y} r="12" />
  );
}

interface SpotsProps {
  readonly layout: Layout;
  readonly selected: string | null;
  readonly right: readonly string[] | undefined;
}

function Spots({ layout, selected, right }: SpotsProps) {
  const look = (id: string) => {
    if (right?.includes(id)) return css.spotRight;
    return id === selected && (right ? css.spotWrong : css.spotChosen);
  };
  return (
    <>
      {layout.spots.map(({ id, number, box }) => (
        <g key={id} data-spot={id} class={classNames(css.spot, look(id))}>
          <circle class={css.spotReach} cx={box.x + box.width / 2} cy={box.y + box.height / 2} r="22" />
          <circle cx={box.x + box.width / 2} cy={box.y + box.height / 2} r={box.width / 2 - 1} />
          <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 4} text-anchor="middle">
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

/** Scrolls a long picture, and only the picture, to the event that matters now. */
function useKeptInView(frame: { readonly current: HTMLDivElement | null }, layout: Layout, index: number): void {
  useEffect(() => {
    const element = frame.current;
    const mark = layout.marks[index];
    if (!element || !mark || element.scrollHeight <= element.clientHeight) return;
    const scale = element.scrollHeight / (layout.height + layout.headHeight);
    const lower = Math.max(mark.y, mark.line?.y2 ?? 0) + layout.headHeight + 40;
    const isAbove = mark.y * scale < element.scrollTop;
    const isBelow = lower * scale > element.scrollTop + element.clientHeight;
    if (isAbove || isBelow) element.scrollTop = lower * scale - element.clientHeight * (isAbove ? 0.3 : 1);
  }, [layout, index]);
}
