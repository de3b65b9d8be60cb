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
export function crosses(line: Line, box: Box): boolean {
  let enters = 0;
  let leaves = 1;
  const clip = (along: number, room: number): void => {
    if (along === 0) {
      if (room < 0) enters = Infinity;
    } else if (along < 0) enters = Math.max(enters, room / along);
    else leaves = Math.min(leaves, room / along);
  };
  clip(line.x1 - line.x2, line.x1 - box.x);
  clip(line.x2 - line.x1, box.x + box.width - line.x1);
  clip(line.y1 - line.y2, line.y1 - box.y);
  clip(line.y2 - line.y1, box.y + box.height - line.y1);
  return enters < leaves;
}
