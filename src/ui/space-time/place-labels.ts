/**
 * Finds each label a place of its own: near what it names, inside the frame, over no other label. Where there is
 * none it goes further down, so it always ends; crossing a line is allowed, but shunned.
 */
import { crosses, overlap, type Box, type Line } from './box.ts';
import { balanced, isWhole, textWidth, type Face } from './text-width.ts';

export const LABEL_LINE_PX = 14;
const LABEL_SIZE_PX = 11;
/** From a lifeline to the words beside it. */
const BESIDE_PX = 9;
const NUDGE_PX = 7;
const FIRST_NUDGES_PX = [0, 7, -7, 14, -14, -21];
/** Lines further down than this do not count against a place. */
const NEAR_PX = 160;

export interface Label {
  readonly lines: readonly string[];
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly isMono: boolean;
}

/** What a label names: a point on a lifeline, or a line between two. */
export type Named = { readonly text: string; readonly isMono?: boolean } & (
  | { readonly kind: 'beside'; readonly x: number; readonly y: number }
  | { readonly kind: 'along'; readonly line: Line }
);

export interface Ground {
  readonly width: number;
  /** The x of every lifeline, from the left. */
  readonly lifelines: readonly number[];
  /** What labels should not cover. */
  readonly lines: readonly Line[];
  /** What labels must not cover. */
  readonly taken: readonly Box[];
}

interface Candidate extends Label {
  /** How bad the place is in itself. */
  readonly cost: number;
  readonly isBroken: boolean;
}

export function placeLabels(all: readonly Named[], ground: Ground): readonly Label[] {
  const taken = [...ground.taken];
  const shapeOf = rememberedShapes();
  return all.map((named) => {
    const candidates = unbroken(candidatesFor(named, ground, shapeOf));
    const top = Math.min(...candidates.map((candidate) => candidate.box.y)) + Math.min(...FIRST_NUDGES_PX);
    // Labels come in the order of time: what ends above this one cannot meet it, and a long run stays cheap.
    const below = taken.filter((box) => box.y + box.height > top);
    const near = ground.lines.filter(
      (line) => Math.max(line.y1, line.y2) > top && Math.min(line.y1, line.y2) < top + NEAR_PX,
    );
    const label = bestOf(candidates, below, near);
    taken.push(label.box);
    return label;
  });
}

function bestOf(candidates: readonly Candidate[], taken: readonly Box[], lines: readonly Line[]): Label {
  let best: Candidate | undefined;
  for (let push = 0; best === undefined; push++) {
    for (const dy of push === 0 ? FIRST_NUDGES_PX : [NUDGE_PX * (push + 2)]) {
      for (const candidate of candidates) {
        const least = candidate.cost + Math.abs(dy);
        if (best !== undefined && least >= best.cost) continue;
        const box = { ...candidate.box, y: candidate.box.y + dy };
        if (box.y < 0 || taken.some((other) => overlap(box, other))) continue;
        const cost = least + 13 * lines.filter((line) => crosses(line, box)).length;
        if (best === undefined || cost < best.cost) best = { ...candidate, box, cost };
      }
    }
  }
  return { lines: best.lines, box: best.box, anchor: best.anchor, isMono: best.isMono };
}

/** A broken word reads worse than a label that crosses a lifeline, or stands lower. */
function unbroken(candidates: readonly Candidate[]): readonly Candidate[] {
  const whole = candidates.filter((candidate) => !candidate.isBroken);
  return whole.length > 0 ? whole : candidates;
}

function candidatesFor(named: Named, ground: Ground, shapeOf: ShapeOf): readonly Candidate[] {
  return named.kind === 'beside' ? besideCandidates(named, ground, shapeOf) : alongCandidates(named, ground, shapeOf);
}

/** Right or left of the lifeline: within its gap if the words fit there, else across the next lifeline. */
function besideCandidates(
  named: Named & { kind: 'beside' },
  { width, lifelines }: Ground,
  shapeOf: ShapeOf,
): readonly Candidate[] {
  const right = Math.min(width, ...lifelines.filter((x) => x > named.x + 1).map((x) => x - 4)) - named.x - BESIDE_PX;
  const left = named.x - BESIDE_PX - Math.max(0, ...lifelines.filter((x) => x < named.x - 1).map((x) => x + 4));
  const sides = [
    { anchor: 'start', room: right, cost: 0 },
    { anchor: 'end', room: left, cost: 1 },
    { anchor: 'start', room: width - named.x - BESIDE_PX, cost: 16 },
    { anchor: 'end', room: named.x - BESIDE_PX, cost: 17 },
  ] as const;
  return sides.flatMap(({ anchor, room, cost }) => {
    if (room < 24) return [];
    const shape = shapeOf(named, Math.min(room, 132));
    const x = anchor === 'start' ? named.x + BESIDE_PX : named.x - BESIDE_PX - shape.width;
    const box = { x, y: named.y - LABEL_LINE_PX / 2, width: shape.width, height: shape.height };
    return [
      { lines: shape.lines, box, anchor, isMono: shape.isMono, isBroken: shape.isBroken, cost: cost + shape.cost },
    ];
  });
}

/** Above or below the line, around its middle, clear of its slope as far as that keeps it near. */
function alongCandidates(
  named: Named & { kind: 'along' },
  { width, lifelines }: Ground,
  shapeOf: ShapeOf,
): readonly Candidate[] {
  const { x1, y1, x2, y2 } = named.line;
  const span = Math.abs(x2 - x1);
  const slope = span === 0 ? 0 : Math.abs(y2 - y1) / span;
  const [first = 0, second = width] = lifelines;
  // A lost message ends midway, but its words have the whole gap.
  const rooms = [Math.max(48, span - 16, second - first - 16), width].filter((room) => room <= width);
  return rooms.flatMap((room, tries) => {
    const shape = shapeOf(named, Math.min(room, 168));
    const clearance = Math.min(12, (slope * shape.width) / 2) + 2;
    return [0.5, 0.38, 0.62, 0.26, 0.74].flatMap((part, index) => {
      const middle = { x: x1 + (x2 - x1) * part, y: y1 + (y2 - y1) * part };
      const x = Math.min(width - shape.width, Math.max(0, middle.x - shape.width / 2));
      const cost = index * 2 + tries * 10 + shape.cost;
      const at = (y: number, worse: number): Candidate => ({
        lines: shape.lines,
        box: { x, y, width: shape.width, height: shape.height },
        anchor: 'middle',
        isMono: shape.isMono,
        isBroken: shape.isBroken,
        cost: cost + worse,
      });
      return [at(middle.y - clearance - shape.height, 0), at(middle.y + clearance, 3)];
    });
  });
}

interface Shape {
  readonly lines: readonly string[];
  readonly isMono: boolean;
  readonly isBroken: boolean;
  readonly width: number;
  readonly height: number;
  /** How much worse it is than one line. */
  readonly cost: number;
}
type ShapeOf = (named: Named, roomPx: number) => Shape;

/** A long run says the same few things again and again. */
function rememberedShapes(): ShapeOf {
  const known = new Map<string, Shape>();
  return ({ text, isMono = false }, roomPx) => {
    const room = Math.floor(roomPx);
    const key = `${room} ${isMono} ${text}`;
    const shape = known.get(key) ?? shapeOf(text, isMono, room);
    known.set(key, shape);
    return shape;
  };
}

function shapeOf(text: string, isMono: boolean, roomPx: number): Shape {
  const face: Face = { size: LABEL_SIZE_PX, isMono };
  const lines = balanced(text, roomPx, face);
  return {
    lines,
    isMono,
    isBroken: !isWhole(text, roomPx, face),
    width: Math.max(...lines.map((line) => textWidth(line, face))),
    height: lines.length * LABEL_LINE_PX,
    cost: 5 * (lines.length - 1),
  };
}
