import type { Run } from '#content/figure.ts';
import type { Column } from './columns.ts';

/** A link that carries nothing for a while. */
export interface CutShape {
  /** `band` between neighbouring columns; `sides` marks a cut between columns that stand further apart; `implied` is drawn by another. */
  readonly kind: 'band' | 'sides' | 'implied';
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  /** Absent where another cut of the same moment has said it. */
  readonly words?: string;
}

/**
 * A partition is told as many cuts, one a pair. Only the gap between neighbours is shaded, so that A and B on the
 * same side never look parted; a cut across a shaded gap is implied by it.
 */
export function cutMarks(
  run: Run,
  columns: readonly Column[],
  yOf: (at: number) => number,
): ReadonlyMap<number, CutShape> {
  const placeOf = (node: string) => columns.findIndex((column) => column.node === node);
  const cuts = run.events.flatMap((event, index) => {
    if (event.kind !== 'cut') return [];
    const [left, right] = event.between.map(placeOf).sort((one, other) => one - other);
    return left === undefined || right === undefined ? [] : [{ index, event, left, right }];
  });
  const shapes = new Map<number, CutShape>();
  const said = new Set<string>();
  for (const { index, event, left, right } of cuts) {
    const [from, to] = [columns[left], columns[right]];
    if (!from || !to) continue;
    const isImplied =
      right - left > 1 &&
      cuts.some(
        (other) =>
          other.right - other.left === 1 &&
          other.left >= left &&
          other.right <= right &&
          other.event.at <= event.at &&
          other.event.until >= event.until,
      );
    const kind = isImplied ? 'implied' : right - left === 1 ? 'band' : 'sides';
    const words = kind === 'sides' ? `${from.name} ✕ ${to.name}` : 'cut';
    const saying = `${words} ${event.at}`;
    shapes.set(index, {
      kind,
      x1: from.x,
      x2: to.x,
      y1: yOf(event.at),
      y2: yOf(event.until),
      ...(kind !== 'implied' && !said.has(saying) && { words }),
    });
    if (kind !== 'implied') said.add(saying);
  }
  return shapes;
}
