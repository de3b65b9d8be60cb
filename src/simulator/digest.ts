/** Digests that survive refactoring: they rest on canonical JSON alone, not on the order of keys or of discovery. */

/** A 64-bit number in two 32-bit halves, because 64-bit arithmetic on BigInt is slow. */
export interface Digest {
  readonly high: number;
  readonly low: number;
}

export const zeroDigest: Digest = { high: 0, low: 0 };

/** JSON with the keys of every object in order. */
export const canonicalJson = (value: unknown): string => written(value, canonicalJson);

/** The same for values that never change: a part that several of them share is written once. */
export function canonicalOnce(): (value: unknown) => string {
  const texts = new WeakMap<object, string>();
  const textOf = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return written(value, textOf);
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = written(value, textOf);
    texts.set(value, text);
    return text;
  };
  return textOf;
}

function written(value: unknown, textOf: (part: unknown) => string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${textOf(held)}`)
    .join(',')}}`;
}

/** Two independent 32-bit FNV-1a passes over a text, mixed so that close texts end far apart. */
export function hash64(text: string): Digest {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return { high: mixed(high ^ low), low: mixed(low + high) };
}

function mixed(value: number): number {
  let mixing = value >>> 0;
  mixing = Math.imul(mixing ^ (mixing >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return (mixing ^ (mixing >>> 16)) >>> 0;
}

/** The sum modulo 2^64: the same whatever the order. */
export function addDigests(one: Digest, other: Digest): Digest {
  const low = one.low + other.low;
  const carry = low > 0xffffffff ? 1 : 0;
  return { high: (one.high + other.high + carry) >>> 0, low: low >>> 0 };
}

export const digestText = ({ high, low }: Digest): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
