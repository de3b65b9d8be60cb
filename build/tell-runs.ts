import { readFileSync } from 'node:fs';
import { drawn, type Draw, type Simulation } from '#content/simulation.ts';
import { drawWithCatalog } from './drawn-figures.ts';

/** Prints what the simulations of a content file do, step by step, or why they cannot be run. */
export function main(): number {
  const [file] = process.argv.slice(3);
  if (file === undefined) {
    console.error('Name a content file: npm run content:runs -- content/…/sections/….json');
    return 1;
  }
  const tell: Draw = (simulation) => {
    const run = drawWithCatalog(simulation);
    console.log(`\n${simulation.protocol}${simulation.broken === undefined ? '' : `, without ${simulation.broken}`}`);
    const told = run.ok ? run : upToFault(simulation, run.fault.path);
    if (told?.ok) for (const [index, event] of told.value.events.entries()) console.log(stepLine(index, event));
    return run;
  };
  const told = drawn(JSON.parse(readFileSync(file, 'utf8')), tell);
  if (told.ok) return 0;
  for (const { path, reason } of told.fault)
    console.error(`${path}: ${reason.replaceAll(/; (what can: )?|\| /g, '\n    ')}`);
  return 1;
}

/** The moves of a script before the one that cannot be made. */
function upToFault(simulation: Simulation, path: string): ReturnType<Draw> | undefined {
  const failing = Number(/^moves\[(\d+)\]$/.exec(path)?.[1] ?? 0);
  return failing === 0
    ? undefined
    : drawWithCatalog({
        ...simulation,
        moves: simulation.moves?.slice(0, failing),
        breaks: undefined,
        says: undefined,
      });
}

const stepLine = (
  index: number,
  event: { readonly at: number; readonly kind: string; readonly text: string },
): string => `${String(index + 1).padStart(3)}  ${String(event.at).padStart(4)}  ${event.kind.padEnd(8)} ${event.text}`;
