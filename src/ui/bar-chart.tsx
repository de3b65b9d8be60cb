import css from './chart.module.css';
import { ChartTable } from './chart-table.tsx';
import { niceTop } from './chart-scale.ts';

export interface Bar {
  /** Long, for the table: "Tuesday 3 June". */
  readonly name: string;
  /** Short, under the bar; empty where there is no room for all of them. */
  readonly tick: string;
  readonly value: number;
}

interface BarChartProps {
  readonly caption: string;
  /** What is counted: "cards". */
  readonly unit: string;
  readonly bars: readonly Bar[];
}

const WIDTH = 320;
const HEIGHT = 120;
const LEFT = 28;
const BASE = 100;
const TOP = 10;

/** Bars over time, as a forecast has them. */
export function BarChart({ caption, unit, bars }: BarChartProps) {
  const most = niceTop(Math.max(0, ...bars.map((bar) => bar.value)));
  const pitch = (WIDTH - LEFT) / Math.max(1, bars.length);
  const heightOf = (value: number) => ((BASE - TOP) * value) / most;
  return (
    <div class={css.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <path class={css.grid} d={`M${LEFT} ${TOP}H${WIDTH}M${LEFT} ${(TOP + BASE) / 2}H${WIDTH}`} />
        <text class={css.tick} x={LEFT - 6} y={TOP + 4} text-anchor="end">
          {most}
        </text>
        {bars.map((bar, index) => {
          const height = heightOf(bar.value);
          const x = LEFT + pitch * index;
          return (
            <g key={bar.name}>
              <rect
                class={css.bar}
                x={x + pitch * 0.15}
                y={BASE - height}
                width={pitch * 0.7}
                height={height}
                rx={Math.min(3, pitch / 6)}
              />
              <text class={css.tick} x={x + pitch / 2} y={HEIGHT - 4} text-anchor="middle">
                {bar.tick}
              </text>
            </g>
          );
        })}
        <path class={css.axis} d={`M${LEFT} ${BASE}H${WIDTH}`} />
      </svg>
      <ChartTable
        caption={caption}
        head={['When', unit]}
        rows={bars.map((bar) => [bar.name, String(bar.value)] as const)}
      />
    </div>
  );
}
