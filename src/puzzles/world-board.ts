/** The cluster of a protocol as a board. */
import { failed, ok } from '#base/result.ts';
import type { PuzzleSystem } from '#content/puzzle.ts';
import { boundsOf } from '#protocols/bounds.ts';
import type { CatalogEntry, Example } from '#protocols/catalog-entry.ts';
import { exampleOf, variationFaultPath, variationFaultText } from '#protocols/example-of.ts';
import { initialWorld } from '#simulator/apply.ts';
import type { Move } from '#simulator/move.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { nodeName, sentence } from '#simulator/sentence.ts';
import { upToNames } from '#simulator/symmetry.ts';
import { systemOf, type System } from '#simulator/system.ts';
import type { Budget, Setup, World } from '#simulator/world.ts';
import type { BoardResult } from './board.ts';
import { boundOf, limited, movesBound } from './limits.ts';
import { worldObservations } from './observations.ts';

type AnyWorld = World<AnyProtocol>;
type AnyMove = Move<AnyProtocol>;

export function worldBoard(entry: CatalogEntry, puzzle: PuzzleSystem): BoardResult<AnyWorld, AnyMove> {
  const varied = exampleOf(entry, { ...puzzle, budget: { ...puzzle.budget, ...withoutMoves(puzzle) } });
  if (!varied.ok) return failed({ path: variationFaultPath(varied.fault), reason: variationFaultText(varied.fault) });
  const example = varied.value;
  const { setup, invariants } = example;
  const missing = reductionFault(example, puzzle);
  if (missing !== null) return failed(missing);
  const sight = { observations: { ...worldObservations(setup), ...entry.observations }, invariants };
  const within = boundOf(puzzle, sight, initialWorld(setup), example.within ?? (() => true));
  if (!within.ok) return within;
  const namesOf = (move: AnyMove): readonly string[] => namesOfMove(setup, move);
  const system = limited(systemOf(setup, within.value), puzzle.moves, namesOf);
  return ok({
    ...sight,
    system,
    searched: searchedSystem(system, example, puzzle),
    representative: puzzle.withoutIdle ? example.withoutIdle : undefined,
    isWithin: within.value,
    names: Array.from({ length: setup.size }, (_, node) => nodeName(setup, node)),
    bounds: [...boundsOf({ setup, bounds: puzzle.bounds ?? example.bounds ?? [] }), ...movesBound(puzzle)],
    say: (world, move) => sentence(setup, world, move),
    namesOf,
    picture: { kind: 'worlds', setup },
  });
}

const budgetOf: readonly (readonly [kind: AnyMove['kind'], budget: keyof Budget])[] = [
  ['crash', 'crashes'],
  ['drop', 'drops'],
  ['duplicate', 'duplicates'],
  ['pause', 'pauses'],
  ['cut', 'cuts'],
  ['tick', 'ticks'],
  ['fire', 'fires'],
];

/** What the player cannot do has no budget: the bounds of a proof then say so too. */
const withoutMoves = ({ moves }: PuzzleSystem): Partial<Budget> =>
  Object.fromEntries(
    budgetOf
      .filter(([kind]) => moves?.every((name) => !new RegExp(`^${kind}\\b`).test(name)))
      .map(([, budget]) => [budget, 0]),
  );

function reductionFault({ setup, symmetry, withoutIdle }: Example<AnyProtocol>, puzzle: PuzzleSystem) {
  if (puzzle.symmetric && !symmetry) return { path: 'symmetric', reason: 'the protocol’s example names no like nodes' };
  const alike = symmetry?.groups.flat().map((node) => nodeName(setup, node)) ?? [];
  if (puzzle.symmetric && puzzle.moves?.some((move) => alike.some((name) => move.endsWith(` ${name}`))))
    return { path: 'moves', reason: 'a move that names a node tells apart what `symmetric` takes for alike' };
  if (puzzle.withoutIdle && !withoutIdle)
    return { path: 'withoutIdle', reason: 'the protocol’s example does not say which packets are idle' };
  return null;
}

const searchedSystem = (
  system: System<AnyWorld, AnyMove>,
  { setup, symmetry }: Example<AnyProtocol>,
  puzzle: PuzzleSystem,
): System<AnyWorld, AnyMove> =>
  puzzle.symmetric && symmetry ? upToNames(system, setup, symmetry.groups, symmetry.renaming) : system;

/** `deliver`, `deliver: Pay(20, try 1)`, `deliver: Pay`, `deliver to Shop`, `deliver from Customer`; `fire: retry timer`, `fire at Customer`; `crash: A`; `cut: A and B`. */
function namesOfMove(setup: Setup<AnyProtocol>, move: AnyMove): readonly string[] {
  const { kind } = move;
  const name = (node: number): string => nodeName(setup, node);
  if ('packet' in move) {
    const { from, to, message } = move.packet;
    const words = setup.protocol.words.message(message);
    const things = [words, words.replace(/\(.*$/, '')].map((thing) => `${kind}: ${thing}`);
    return [kind, ...things, `${kind} to ${name(to)}`, `${kind} from ${name(from)}`];
  }
  if ('timer' in move)
    return [kind, `${kind}: ${setup.protocol.words.timer(move.timer)}`, `${kind} at ${name(move.node)}`];
  return [kind, `${kind}: ${'between' in move ? move.between.map(name).join(' and ') : name(move.node)}`];
}
