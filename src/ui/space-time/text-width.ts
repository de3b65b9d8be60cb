/**
 * How wide a label will be, without a screen to ask: widths of Noto Sans, one of the wider system faces, in
 * thousandths of the font size. A label may turn out a little narrower than reckoned, not wider.
 */
const NARROW = /[ ijlIft.,:;!'’|()[\]/·-]/;
const WIDE = /[mwMWGOQ@%…→←✕€–]/;

const reckon = (character: string): number => {
  if (NARROW.test(character)) return 0.4;
  if (WIDE.test(character)) return 0.97;
  if (/[A-Z=+<>≥≤]/.test(character)) return 0.7;
  if (/[\p{L}\p{N}]/u.test(character)) return 0.62;
  return 1;
};

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
