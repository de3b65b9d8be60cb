import type { Run } from '#content/figure.ts';
import type { Box } from './box.ts';
import { isWhole, textWidth, wrapText, type Face } from './text-width.ts';

export interface Column {
  readonly node: string;
  /** Where its lifeline stands. */
  readonly x: number;
  readonly name: string;
  readonly nameLines: readonly string[];
  readonly nameSize: number;
  readonly nameBox: Box;
}

/** The larger one, unless it would break a word. */
const FACES: readonly Face[] = [12, 11, 10].map((size) => ({ size, isBold: true }));
export const NAME_LINE_PX = 15;

/** One column a node, evenly spread, each under its name. */
export function columnsOf(nodes: Run['nodes'], width: number): readonly Column[] {
  const pitch = width / nodes.length;
  const room = pitch - 4;
  const fits = (face: Face) => nodes.every(({ name }) => isWhole(name, room, face));
  const face = FACES.find(fits) ?? { size: 10, isBold: true };
  return nodes.map(({ id, name }, index) => {
    const x = pitch * (index + 0.5);
    const nameLines = wrapText(name, room, face);
    const nameWidth = Math.max(...nameLines.map((line) => textWidth(line, face)));
    const nameBox = { x: x - nameWidth / 2, y: 0, width: nameWidth, height: nameLines.length * NAME_LINE_PX };
    return { node: id, x, name, nameLines, nameSize: face.size, nameBox };
  });
}
