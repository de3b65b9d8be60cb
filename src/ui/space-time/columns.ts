import type { Run } from '#content/figure.ts';
import type { Box } from './box.ts';
import { textWidth, wrapText, type Face } from './text-width.ts';

export interface Column {
  readonly node: string;
  /** Where its lifeline stands. */
  readonly x: number;
  readonly name: string;
  readonly nameLines: readonly string[];
  readonly nameBox: Box;
}

export const NAME_FACE: Face = { size: 12, isBold: true };
export const NAME_LINE_PX = 15;

/** One column a node, evenly spread, each under its name. */
export function columnsOf(nodes: Run['nodes'], width: number): readonly Column[] {
  const pitch = width / nodes.length;
  return nodes.map(({ id, name }, index) => {
    const x = pitch * (index + 0.5);
    const nameLines = wrapText(name, pitch - 6, NAME_FACE);
    const nameWidth = Math.max(...nameLines.map((line) => textWidth(line, NAME_FACE)));
    return {
      node: id,
      x,
      name,
      nameLines,
      nameBox: { x: x - nameWidth / 2, y: 0, width: nameWidth, height: nameLines.length * NAME_LINE_PX },
    };
  });
}
