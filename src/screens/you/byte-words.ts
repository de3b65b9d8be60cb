const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** "640 bytes", "1.2 MB", "48 MB": two digits are as much as anyone needs. */
export function byteWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? value.toFixed(1) : String(Math.round(value));
  return `${digits} ${units[unit]}`;
}
