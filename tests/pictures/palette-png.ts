/** PNG with at most 256 colours: for pictures of screens, whose few colours and their edges lose nothing one can see. */
import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';

const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture, opaque, as indexes into a palette. */
export function palettePng(png: Buffer, width: number, height: number): Buffer {
  const pixels = pixelsOf(png, width, height);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf([...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour));
  const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]));
  const rows = Buffer.alloc((width + 1) * height);
  // Each row begins with a 0: no filter, which suits indexes best.
  for (const [place, colour] of pixels.entries()) {
    rows[Math.floor(place / width) * (width + 1) + 1 + (place % width)] = indexes.get(colour) ?? 0;
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([bigEndian(width), bigEndian(height), Buffer.from([8, 3, 0, 0, 0])])),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 0xrrggbb of each pixel, row by row. */
function pixelsOf(png: Buffer, width: number, height: number): Uint32Array {
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`,
  ).render();
  const colours = new Uint32Array(width * height);
  for (let place = 0; place < colours.length; place++) colours[place] = pixels.readUIntBE(place * 4, 3);
  return colours;
}

const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

/** The frequent colours, and of the rare ones those unlike them: no colour is further from the palette than need be. */
function paletteOf(frequentFirst: readonly number[]): readonly number[] {
  for (let tolerance = 0; ; tolerance += 4) {
    const palette: number[] = [];
    for (const colour of frequentFirst) {
      if (palette.length > MOST_COLOURS) break;
      if (palette.every((known) => squaredDistance(known, colour) > tolerance ** 2)) palette.push(colour);
    }
    if (palette.length <= MOST_COLOURS) return palette;
  }
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((known) => squaredDistance(known, colour));
  return distances.indexOf(Math.min(...distances));
}

function squaredDistance(one: number, other: number): number {
  const [red, green, blue] = channels(one);
  const [otherRed, otherGreen, otherBlue] = channels(other);
  return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
}

const bigEndian = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([bigEndian(data.length), body, bigEndian(crc32(body))]);
}
