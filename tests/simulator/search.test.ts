import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoPhase, type TwoPhaseStep } from '#protocols/two-phase-spec.ts';
import { canonicalJson } from '#simulator/digest.ts';
import { replayAll, indexesOf } from '#simulator/replay.ts';
import { search, searchInSlices } from '#simulator/search.ts';
import { upToNames } from '#simulator/symmetry.ts';
import { type System, systemOf } from '#simulator/system.ts';
import { noFaults, type World } from '#simulator/world.ts';
import { type Toy, toySetup } from './toy-protocol.ts';

interface Edge {
  readonly to: number;
  readonly cost: 0 | 1;
}

const graphs = fc
  .integer({ min: 2, max: 12 })
  .chain((size) =>
    fc.array(
      fc.array(fc.record({ to: fc.nat(size - 1), cost: fc.constantFrom(0 as const, 1 as const) }), { maxLength: 4 }),
      { minLength: size, maxLength: size },
    ),
  );
const graphSystem = (graph: readonly (readonly Edge[])[]): System<number, Edge> => ({
  init: () => 0,
  key: String,
  moves: (node) => graph[node] ?? [],
  apply: (_, { to }) => to,
});

/** The cost of the cheapest way to each node, by relaxing edges until nothing changes (Bellman and Ford). */
function distances(graph: readonly (readonly Edge[])[]): number[] {
  const costs = graph.map((_, node) => (node === 0 ? 0 : Infinity));
  for (let round = 0; round < graph.length; round++) {
    graph.forEach((edges, from) => {
      for (const { to, cost } of edges) costs[to] = Math.min(costs[to] as number, (costs[from] as number) + cost);
    });
  }
  return costs;
}

describe('the search', () => {
  it('finds a cheapest way where some moves are free, or proves that there is none', () => {
    fc.assert(
      fc.property(graphs, fc.nat(11), (graph, wanted) => {
        const goal = wanted % graph.length;
        const result = search(graphSystem(graph), (node) => node === goal, { limit: 100, cost: ({ cost }) => cost });
        const all = distances(graph);
        if (result.kind !== 'found') {
          expect(all[goal]).toBe(Infinity);
          const reached = all.filter(Number.isFinite);
          expect(result).toMatchObject({ kind: 'impossible', states: reached.length, depth: Math.max(...reached) });
          return;
        }
        expect(result.path.reduce((sum, { cost }) => sum + cost, 0)).toBe(all[goal]);
        expect(
          result.path.reduce(
            (node, { to, cost }) => (graph[node]?.some((edge) => edge.to === to && edge.cost === cost) ? to : -1),
            0,
          ),
        ).toBe(goal);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a shortest way where all moves count', () => {
    fc.assert(
      fc.property(graphs, fc.nat(11), (graph, wanted) => {
        const goal = wanted % graph.length;
        const result = search(graphSystem(graph), (node) => node === goal, { limit: 100 });
        const all = distances(graph.map((edges) => edges.map(({ to }) => ({ to, cost: 1 }))));
        expect(result.kind === 'found' ? result.path.length : Infinity).toBe(all[goal]);
      }),
    );
  });

  it.each([
    [3, 288],
    [5, 8_832],
    [7, 296_448],
  ])('two-phase commit with %i resource managers has the %i states that Gray and Lamport count', (managers, states) => {
    expect(search(twoPhase(managers), () => false, { limit: 300_000 })).toMatchObject({ kind: 'impossible', states });
  });

  it('meets as many worlds as a walk that only knows their content', () => {
    const setup = toySetup(2, { budget: { ...noFaults, crashes: 1, drops: 1, fires: 1 }, keepsHistory: true });
    const system = systemOf(setup);
    const contentOf = (world: World<Toy>) => canonicalJson(system.plain?.(world));
    const met = new Set([contentOf(system.init())]);
    let edges = 0;
    for (let layer = [system.init()]; layer.length > 0;) {
      const next: World<Toy>[] = [];
      for (const world of layer) {
        for (const move of system.moves(world)) {
          edges++;
          const reached = system.apply(world, move);
          const content = contentOf(reached);
          if (met.has(content)) continue;
          met.add(content);
          next.push(reached);
        }
      }
      layer = next;
    }
    expect(search(system, () => false, { limit: 100_000 })).toMatchObject({
      kind: 'impossible',
      states: met.size,
      edges,
    });
  });

  it('has one digest for the same states, whatever the order in which they are met', () => {
    const digestOf = (system: System<number, TwoPhaseStep>) => {
      const result = search(system, () => false, { limit: 10_000, digests: true });
      return result.kind === 'impossible' ? result.digest : undefined;
    };
    const forwards = twoPhase(3);
    const backwards = { ...forwards, moves: (state: number) => forwards.moves(state).toReversed() };
    expect(digestOf(forwards)).toMatch(/^[0-9a-f]{16}$/);
    expect(digestOf(backwards)).toBe(digestOf(forwards));
    expect(digestOf(twoPhase(4))).not.toBe(digestOf(forwards));
  });

  it('gives up at its limit and says so', () => {
    expect(search(twoPhase(5), () => false, { limit: 100 })).toMatchObject({ kind: 'unknown', states: 100 });
  });

  it('can be left between two slices', () => {
    const slices = searchInSlices(twoPhase(7), () => false, { limit: 300_000 });
    expect(slices.next()).toMatchObject({ done: false });
    expect(slices.next().value).toMatchObject({ depth: expect.any(Number) });
    slices.return({ kind: 'unknown', states: 0, edges: 0, depth: 0 });
    expect(slices.next().done).toBe(true);
  });

  it('uses only moves that are allowed', () => {
    const result = search(twoPhase(3), () => false, {
      limit: 1_000,
      allow: ({ action }) => action === 'RMChooseToAbort',
    });
    expect(result).toMatchObject({ kind: 'impossible', states: 8, depth: 3 });
  });
});

describe('worlds up to the names of equal nodes', () => {
  const alike = (broken?: 'countsTwice') =>
    toySetup(3, { ...(broken && { broken }), budget: { ...noFaults, fires: 1 }, requests: [[], [1], [1], [1]] });
  const isTooMuch = ({ nodes }: World<Toy>) => (nodes[0]?.durable.total ?? 0) > 3;

  it('are fewer, with the same answer', () => {
    const setup = alike();
    const all = search(systemOf(setup), isTooMuch, { limit: 100_000 });
    const few = search(upToNames(systemOf(setup), setup, [[1, 2, 3]]), isTooMuch, { limit: 100_000 });
    expect([all.kind, few.kind]).toEqual(['impossible', 'impossible']);
    expect(few.states).toBeLessThan(all.states / 3);
    expect(few.states).toBeGreaterThanOrEqual(all.states / 6);
  });

  it('lead to the goal by a path that can be replayed, as short as any', () => {
    const setup = alike('countsTwice');
    const system = systemOf(setup);
    const all = search(system, isTooMuch, { limit: 100_000 });
    const few = search(upToNames(system, setup, [[1, 2, 3]]), isTooMuch, { limit: 100_000 });
    if (all.kind !== 'found' || few.kind !== 'found') throw new Error('nothing found');
    expect(few.path).toHaveLength(all.path.length);
    const replayed = replayAll(system, indexesOf(system, few.path) ?? []);
    expect(isTooMuch(replayed.replay.states.at(-1) as World<Toy>)).toBe(true);
  });

  it('are refused where the nodes are asked different things', () => {
    const setup = toySetup(2);
    expect(() => upToNames(systemOf(setup), setup, [[1, 2]])).toThrow('asked or sheltered differently');
  });
});
