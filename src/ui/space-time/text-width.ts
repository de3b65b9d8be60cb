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

const reckon = (character: string): number => widths.find(([kind]) => kind.test(character))?.[1] ?? 1;

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

/** Lines no wider than `roomPx`; a word that is wider by itself is broken. */
export function wrapText(text: string, roomPx: number, face: Face): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, roomPx, face))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, face) > roomPx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** As few lines as `wrapText` needs, and of like length. */
export function balanced(text: string, roomPx: number, face: Face): string[] {
  let best = wrapText(text, roomPx, face);
  if (best.length === 1) return best;
  for (let room = roomPx - 6; room > 0; room -= 6) {
    const narrower = wrapText(text, room, face);
    if (narrower.length > best.length || narrower.join(' ') !== best.join(' ')) break;
    best = narrower;
  }
  return best;
}

function broken(word: string, roomPx: number, face: Face): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, face) > roomPx) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  return [...parts, part];
}
