import type { Run } from '#content/figure.ts';

/** What the picture of a run is, in a sentence for those who do not see it. */
export function runSummary(run: Run, until: number, title: string): string {
  const names = run.nodes.map((node) => node.name);
  const columns = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  const shown =
    until >= run.events.length ? `all ${run.events.length} steps` : `${until} of ${run.events.length} steps`;
  return `${title}. Space-time diagram of ${columns}, time running down, ${shown} shown.`;
}
