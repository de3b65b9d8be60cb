import css from './chart.module.css';
import { ChartTable } from './chart-table.tsx';

export interface ChartPoint {
  /** Both from 0 to 1. */
  readonly x: number;
  readonly y: number;
  /** What the table says of it. */
  readonly name: string;
  readonly words: string;
  /** Beside the point, short. */
  readonly label?: string;
}

interface LineChartProps {
  readonly caption: string;
  /** What the two columns of the table hold. */
  readonly head: readonly [string, string];
  /** From left to right. */
  readonly points: readonly ChartPoint[];
  /** Under the picture, left and right. */
  readonly axis: { readonly x: readonly [string, string]; readonly y: readonly [string, string] };
  /** The line that perfect calibration would follow. */
  readonly hasDiagonal?: boolean;
}

const WIDTH = 320;
const HEIGHT = 180;
const LEFT = 40;
const RIGHT = 308;
const TOP = 12;
const BASE = 152;

/** Points joined by a line, between 0 and 1 both ways: calibration, a forgetting curve. */
export function LineChart({ caption, head, points, axis, hasDiagonal = false }: LineChartProps) {
  const xOf = (value: number) => LEFT + (RIGHT - LEFT) * value;
  const yOf = (value: number) => BASE - (BASE - TOP) * value;
  const path = points.map(({ x, y }) => `${xOf(x)} ${yOf(y)}`).join('L');
  return (
    <div class={css.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path class={css.grid} d={`M${LEFT} ${TOP}H${RIGHT}M${LEFT} ${(TOP + BASE) / 2}H${RIGHT}`} />
        <path class={css.axis} d={`M${LEFT} ${BASE}H${RIGHT}`} />
        {hasDiagonal && <path class={css.ideal} d={`M${LEFT} ${BASE}L${RIGHT} ${TOP}`} />}
        {points.length > 1 && <path class={css.line} d={`M${path}`} />}
        {points.map(({ x, y, name, label }) => (
          <g key={name}>
            <circle class={css.point} cx={xOf(x)} cy={yOf(y)} r="4.5" />
            {label !== undefined && (
              <text
                class={css.value}
                x={xOf(x)}
                y={yOf(y) + (y > 0.85 ? 18 : -9)}
                text-anchor={x > 0.85 ? 'end' : 'middle'}
              >
                {label}
              </text>
            )}
          </g>
        ))}
        <g class={css.tick}>
          <text x={LEFT - 6} y={TOP + 4} text-anchor="end">
            {axis.y[1]}
          </text>
          <text x={LEFT - 6} y={BASE + 4} text-anchor="end">
            {axis.y[0]}
          </text>
          <text x={LEFT} y={HEIGHT - 8}>
            {axis.x[0]}
          </text>
          <text x={RIGHT} y={HEIGHT - 8} text-anchor="end">
            {axis.x[1]}
          </text>
        </g>
      </svg>
      <ChartTable caption={caption} head={head} rows={points.map(({ name, words }) => [name, words] as const)} />
    </div>
  );
}
