/** What a proof rests on, as one hash: the code of its protocol, of the simulator and of the proof, and the round's own text. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Round } from '#content/puzzle.ts';
import { canonicalJson } from '#simulator/digest.ts';

/** Sixteen hexadecimal digits. */
export function proofSources(root: string, { system, goal, traps }: Round): string {
  const files = [entryFile(root, system.protocol), 'src/puzzles/load-board.ts', 'src/puzzles/prove.ts'];
  const hash = createHash('sha256');
  for (const file of reachable(root, files)) hash.update(`${file}\n${readFileSync(join(root, file), 'utf8')}\n`);
  hash.update(canonicalJson({ system, goal, traps: traps.map(({ moves, without }) => ({ moves, without })) }));
  return hash.digest('hex').slice(0, 16);
}

/** The file that a registry loads an entry from. */
function entryFile(root: string, protocol: string): string {
  for (const registry of ['catalog.ts', 'boards.ts']) {
    const text = readFileSync(join(root, 'src/protocols', registry), 'utf8');
    const from = new RegExp(`^  '?${protocol}'?: async \\(\\) =>\\s*\\(await import\\('\\./([^']+)'\\)`, 'm').exec(
      text,
    )?.[1];
    if (from !== undefined) return `src/protocols/${from}`;
  }
  throw new Error(`No file of the protocol ${protocol} was found in the catalog.`);
}

/** The files and all that they import at once, in order. What is loaded later belongs to others, and types prove nothing. */
function reachable(root: string, files: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(importPattern)) {
      const target = from.startsWith('#')
        ? from.replace('#', 'src/')
        : normalize(join(dirname(file), from)).replaceAll('\\', '/');
      follow(target);
    }
  };
  files.forEach(follow);
  return [...found].toSorted();
}

const importPattern = /^import (?!type)(?:[^'";]*? from )?'([#.][^']+)';/gm;
