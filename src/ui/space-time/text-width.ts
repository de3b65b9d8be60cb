/**
 * How wide a label will be, without a screen to ask: widths of Noto Sans, one of the wider system faces, in parts
 * of the font size and rounded up. A label may turn out a little narrower than reckoned, not wider.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ ijlIJ.,:;!'’|·]/, 0.31],
  [/[frt()[\]/"“”-]/, 0.42],
  [/[csvxyz]/, 0.53],
  [/[aek\dFLSTYZEPV=+<>€]/, 0.6],
  [/[mwMWGOQDHNU@%…→←✕≥≤–—]/, 0.94],
  [/[\p{L}\p{N}]/u, 0.66],
];

const widthOf = new Map<string, number>();

function reckon(character: string): number {
  const known = widthOf.get(character);
  if (known !== undefined) return known;
  const width = widths.find(([kind]) => kind.test(character))?.[1] ?? 1;
  widthOf.set(character, width);
  return width;
}

export interface Face {
  /** CSS pixels. */
  readonly size: number;
  /** Every character as wide as the next. */
  readonly isMono?: boolean;
  /** Bold is wider. */
  readonly isBold?: boolean;
}

/** In CSS pixels. */
export function textWidth(text: string, face: Face): number {
  let width = 0;
  for (const character of text) width += face.isMono ? 0.62 : reckon(character);
  return width * face.size * (face.isBold ? 1.07 : 1);
}

/** Where a line may end: after a space, and before what stands in brackets. */
const piecesOf = (text: string): readonly string[] => text.match(/\(?[^ (]* ?/g) ?? [];

/** Whether no word has to be broken for the lines to fit. */
export const isWhole = (text: string, roomPx: number, face: Face): boolean =>
  piecesOf(text).every((piece) => textWidth(piece.trimEnd(), face) <= roomPx);

/** Lines no wider than `roomPx`; a word that is wider by itself is broken. */
export function wrapText(text: string, roomPx: number, face: Face): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text).flatMap((each) => broken(each, roomPx, face))) {
    if (line !== '' && textWidth((line + piece).trimEnd(), face) > roomPx) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** As few lines as `wrapText` needs, and of like length. */
export function balanced(text: string, roomPx: number, face: Face): string[] {
  let best = wrapText(text, roomPx, face);
  if (best.length === 1) return best;
  for (let room = roomPx - 6; room > 0; room -= 6) {
    const narrower = wrapText(text, room, face);
    if (narrower.length > best.length || !isWhole(text, room, face)) break;
    best = narrower;
  }
  return best;
}

function broken(piece: string, roomPx: number, face: Face): string[] {
  if (textWidth(piece.trimEnd(), face) <= roomPx) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && textWidth((part + character).trimEnd(), face) > roomPx) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  return [...parts, part];
}
