import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { CatalogEntry, Example } from '#protocols/catalog-entry.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import { faultIn as firstFaultIn } from '#simulator/check/invariants.ts';
import type { Move } from '#simulator/move.ts';
import { moves } from '#simulator/moves.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { schedule, type Happening, type ScheduleOptions } from '#simulator/schedule.ts';
import { search, type SearchResult } from '#simulator/search.ts';
import { sentence } from '#simulator/sentence.ts';
import { systemOf } from '#simulator/system.ts';
import { transcript } from '#simulator/transcript.ts';
import type { Setup, World } from '#simulator/world.ts';

/** What an example's invariants find wrong with a world. */
export function faultIn<P extends AnyProtocol>(
  { invariants }: Pick<Example<P>, 'invariants'>,
  world: World<P>,
): string | null {
  const fault = firstFaultIn(invariants, world);
  return fault && `${fault.invariant}: ${fault.why}`;
}

/** The shortest way to break an invariant, or the proof that there is none. */
export function searchForFault<P extends AnyProtocol>(
  example: Pick<Example<P>, 'setup' | 'within' | 'invariants'>,
  representative?: (world: World<P>) => World<P>,
): SearchResult<Move<P>> {
  return search(systemOf(example.setup, example.within), (world) => faultIn(example, world) !== null, {
    limit: 400_000,
    ...(representative && { representative }),
  });
}

/** A run of the timed driver, held against the invariants at each move, up to `until`: its last world. */
export function runTimed<P extends AnyProtocol>(
  { setup, timed, invariants }: Pick<Example<P>, 'setup' | 'timed' | 'invariants'>,
  seed: number,
  until: number,
): World<P> | undefined {
  let last: World<P> | undefined;
  for (const { at, world } of schedule(setup, seed, timed)) {
    if (at > until) break;
    last = world;
    const fault = faultIn({ invariants }, world);
    if (fault !== null) throw new Error(`seed ${seed}, at ${at}: ${fault}`);
  }
  return last;
}

/** How many seeds a promise that something happens in the end is tried with. */
export const SEEDS = 300;

/** The seeds, of that many, whose runs have not done what they are there for by `until`. */
export function unsettled<P extends AnyProtocol>(example: Example<P>, until: number): number[] {
  return Array.from({ length: SEEDS }, (_, seed) => seed).filter((seed) => {
    const world = runTimed(example, seed, until);
    return world === undefined || !example.hasSettled(world);
  });
}

/** The first `length` moves of a timed run, to be told. */
export function timedMoves<P extends AnyProtocol>(
  setup: Setup<P>,
  seed: number,
  timed: ScheduleOptions<P>,
  length: number,
) {
  const happenings: Happening<P>[] = [];
  for (const happening of schedule(setup, seed, timed)) {
    if (happenings.length === length) break;
    happenings.push(happening);
  }
  return happenings;
}

/** A story under a heading: a title, and a run told move by move. */
export function story<P extends AnyProtocol>(
  title: string,
  setup: Setup<P>,
  moves: Parameters<typeof transcript<P>>[1],
): string {
  return `== ${title}\n${transcript(setup, moves)}`;
}

/** Moves by the sentences that stand for them, each possible when its turn comes. */
export function movesSaid<P extends AnyProtocol>(setup: Setup<P>, sentences: readonly string[]): readonly Move<P>[] {
  let world = initialWorld(setup);
  return sentences.map((wanted) => {
    const said = moves(setup, world).map((move) => ({ move, words: sentence(setup, world, move) }));
    const found = said.find(({ words }) => words === wanted);
    if (!found) throw new Error(`not possible: ${wanted}, but\n${said.map(({ words }) => words).join('\n')}`);
    world = apply(setup, world, found.move);
    return found.move;
  });
}

/** The shortest way to break an example. Fails where there is none. */
export function wayToBreak<P extends AnyProtocol>(
  example: Example<P>,
  representative?: (world: World<P>) => World<P>,
): readonly Move<P>[] {
  const result = searchForFault(example, representative);
  if (result.kind !== 'found') throw new Error(JSON.stringify(result));
  return result.path;
}

/** A way to break an example, as a story. */
export function brokenStory<P extends AnyProtocol>(
  { brokenRules, example }: CatalogEntry<P>,
  broken: string,
  way: readonly Move<P>[] = wayToBreak(example(broken)),
): string {
  return story(
    `Without a rule (${broken}): ${brokenRules[broken] ?? ''}`,
    example(broken).setup,
    way.map((move) => ({ move })),
  );
}

/** Stories are compared literally with `tests/golden/<id>.txt`, which `UPDATE_GOLDEN=1` writes anew. */
export function expectGolden<P extends AnyProtocol>(
  { id, name, source }: CatalogEntry<P>,
  stories: readonly string[],
): void {
  const text = `${name}\nSource: ${source}\n\n${stories.join('\n')}`;
  const file = new URL(`../golden/${id}.txt`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
}
