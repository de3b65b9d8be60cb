/** What a bench hands back, and how it is said. */
export interface Measured {
  readonly what: string;
  readonly measured: string;
  /** What the design allows; empty for what is only there to compare with. */
  readonly budget: string;
}

/** How much patience there is: few runs for a first look, many for figures to publish. */
export interface Patience {
  /** Of each page load. */
  readonly loads: number;
  readonly grades: number;
}

/** The value below which `share` (0 to 1) of the values lie; the middle one for 0.5. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** The rows under their heads, in columns. */
export function table(rows: readonly Measured[]): string {
  const lines = [['what', 'measured', 'budget'], ...rows.map(({ what, measured, budget }) => [what, measured, budget])];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const written = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  return [written[0], rule, ...written.slice(1)].join('\n');
}
