/** A rectangle in the picture's own pixels; y grows downwards, as time does. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Sharing an edge is not yet an overlap. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether a line runs through a box (Liang and Barsky's clipping). */
export function crosses({ x1, y1, x2, y2 }: Line, { x, y, width, height }: Box): boolean {
  if (Math.max(x1, x2) < x || Math.min(x1, x2) > x + width) return false;
  if (Math.max(y1, y2) < y || Math.min(y1, y2) > y + height) return false;
  const [entersX, leavesX] = partWithin(x1, x2 - x1, x, width);
  const [entersY, leavesY] = partWithin(y1, y2 - y1, y, height);
  return Math.max(0, entersX, entersY) < Math.min(1, leavesX, leavesY);
}

/** Between which parts of its way, 0 to 1, something that starts at `from` and goes `along` is in a range. */
function partWithin(from: number, along: number, start: number, length: number): readonly [number, number] {
  if (along === 0) return from < start || from > start + length ? [Infinity, -Infinity] : [-Infinity, Infinity];
  const one = (start - from) / along;
  const other = (start + length - from) / along;
  return one < other ? [one, other] : [other, one];
}
