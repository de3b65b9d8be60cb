import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueLine, jsonPath } from '#content/issue.ts';
import type { ContentFile } from '#content/parse.ts';
import { puzzle, type Puzzle, type Round, type Truth } from '#content/puzzle.ts';
import type { Board } from '#puzzles/board.ts';
import { told, type Proof } from '#puzzles/prove.ts';
import { canonicalJson } from '#simulator/digest.ts';
import { readContent } from './content-files.ts';
import { boardFor } from './entries.ts';
import { provenRound } from './proven-round.ts';
import { roundIssues } from './puzzle-issues.ts';

const DEFAULT_LIMIT = 2_000_000;

interface Options {
  /** How many states each search may meet. */
  readonly limit: number;
  /** Whether the shortest way is told. */
  readonly path: boolean;
}

/**
 * Proves puzzles and writes what was found into their files: all, or those named. `--path` tells the shortest ways,
 * `--limit 5000000` searches longer.
 */
export function main(root: string): number {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { path: { type: 'boolean', default: false }, limit: { type: 'string' } },
    allowPositionals: true,
  });
  const options = { path: values.path, limit: Number(values.limit ?? DEFAULT_LIMIT) };
  const all = readContent(root).filter(({ path }) => /\/puzzles\/[^/]+\.json$/.test(path));
  const idOf = ({ path }: ContentFile) => /([^/]+)\.json$/.exec(path)?.[1] ?? '';
  const missing = positionals.filter((id) => !all.some((file) => idOf(file) === id));
  for (const id of missing) console.error(`There is no puzzle ${id}.`);
  const chosen = all.filter((file) => positionals.length === 0 || positionals.includes(idOf(file)));
  const results = chosen.map((file) => provePuzzle(root, file, options));
  return missing.length === 0 && results.every(Boolean) ? 0 : 1;
}

/** Whether everything in the file was proven. */
function provePuzzle(root: string, { path: file, text }: ContentFile, options: Options): boolean {
  const checked = puzzle.safeParse(JSON.parse(text));
  if (!checked.success) {
    for (const { path, message } of checked.error.issues)
      console.error(issueLine({ file, path: jsonPath(path), reason: message }));
    return false;
  }
  const truths = checked.data.rounds.map((round) => proveRound(root, checked.data, round, options));
  writeTruths(root, file, truths);
  const path = (index: number) => `rounds[${index}]`;
  const issues = checked.data.rounds.flatMap((round, index) => {
    const truth = truths[index];
    return truth ? roundIssues({ file, path: path(index), value: { ...round, truth } }) : [];
  });
  for (const issue of issues) console.error(issueLine(issue));
  return truths.every((truth) => truth !== undefined) && issues.length === 0;
}

function proveRound(root: string, { id }: Puzzle, round: Round, { limit, path }: Options): Truth | undefined {
  console.log(`\n${id} / ${round.id}`);
  const issues = roundIssues({ file: '', path: '', value: { ...round, truth: undefined } });
  const board = boardFor(round.system);
  if (issues.length > 0 || !board.ok) {
    for (const issue of issues) console.error(`  ${issueLine(issue)}`);
    return undefined;
  }
  const startedMs = performance.now();
  const onProgress = ({ states, depth }: { states: number; depth: number }) =>
    console.error(`  … ${states.toLocaleString('en')} states, depth ${depth}`);
  const { proof, traps, truth } = provenRound(root, board.value, round, { limit, onProgress });
  console.log(`  ${proofLine(proof)}`);
  if (proof.kind === 'possible' && path) printWay(board.value, proof.path);
  if (proof.kind === 'impossible') console.log(`  within: ${board.value.bounds.join(', ')}`);
  for (const { trap, proof: tried } of traps) {
    if (tried.kind === 'impossible') console.log(`  trap ${trap.id} fails: ${countOf(tried)}`);
    else console.error(`  trap ${trap.id}: ${tried.kind === 'possible' ? 'REACHES THE GOAL' : proofLine(tried)}`);
    if (tried.kind === 'possible') printWay(board.value, tried.path);
  }
  console.log(`  ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return truth;
}

function proofLine(proof: Proof): string {
  if (proof.kind === 'possible') return `possible in ${proof.path.length} moves: ${countOf(proof)}`;
  if (proof.kind === 'impossible') return `impossible: ${countOf(proof)}, depth ${proof.depth}, digest ${proof.digest}`;
  return `NO PROOF: gave up after ${countOf(proof)}, depth ${proof.depth}`;
}

const countOf = ({ states }: Proof): string => `${states.toLocaleString('en')} states`;

function printWay(board: Board, path: readonly number[]): void {
  told(board, path).forEach((said, index) => console.log(`  ${String(index + 1).padStart(4)}. ${said}`));
}

/** Leaves the rest of the file as it was written; one that holds the same truths already is not touched. */
function writeTruths(root: string, file: string, truths: readonly (Truth | undefined)[]): void {
  const path = join(root, file);
  const before = JSON.parse(readFileSync(path, 'utf8')) as { rounds: { truth?: unknown }[] };
  const rounds = before.rounds.map(({ truth: old, ...round }, index) => {
    const truth = truths[index];
    return truth === undefined ? (old === undefined ? round : { ...round, truth: old }) : { ...round, truth };
  });
  if (canonicalJson(rounds) === canonicalJson(before.rounds)) return;
  writeFileSync(path, `${JSON.stringify({ ...before, rounds }, null, 2)}\n`);
  console.log(`  written into ${file}`);
}
