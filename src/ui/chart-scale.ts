/** The least round and even number that is not under a value: where an axis ends, so that its half is whole too. */
export function niceTop(value: number): number {
  if (value <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  return [2, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= value) ?? 10 * power;
}
