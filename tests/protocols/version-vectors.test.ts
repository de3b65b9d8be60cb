import { describe, expect, it } from 'vitest';
import { siblingsAt, versionVectors, versionVectorsEntry, type VersionVectors } from '#protocols/version-vectors.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type NodeState, type Setup, type World } from '#simulator/world.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = versionVectorsEntry.example();
const proof = searchForFault(sound);
const broken = Object.keys(versionVectorsEntry.brokenRules);

/** Two people write without having seen each other; then one reads both and writes one value. */
const puzzle: Setup<VersionVectors> = {
  protocol: versionVectors(),
  size: 2,
  budget: { ...noFaults, fires: 4 },
  requests: [
    [
      { kind: 'write', client: 'Ann', value: 'x' },
      { kind: 'read', client: 'Ann' },
      { kind: 'write', client: 'Ann', value: 'xy' },
    ],
    [{ kind: 'write', client: 'Cy', value: 'y' }],
  ],
  keepsHistory: true,
};
const reach = (goal: (world: World<VersionVectors>) => boolean) => search(systemOf(puzzle), goal, { limit: 100_000 });

describe('version vectors', () => {
  it(`lose no unread write in all ${proof.states} states of four writes, a loss and three syncs`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('lose one where the rule is missing: %s', (rule) => {
    expect(searchForFault(versionVectorsEntry.example(rule)).kind).toBe('found');
  });

  it('keep concurrent writes side by side, and let one who has read both make them one', () => {
    const siblings = reach((world) => siblingsAt(world, 0).join() === 'x,y' && siblingsAt(world, 1).join() === 'x,y');
    const resolved = reach(
      (world) => siblingsAt(world, 0).join() === 'xy' && siblingsAt(world, 1).join() === 'xy' && world.asked[1] === 1,
    );
    expect([siblings.kind, resolved.kind]).toEqual(['found', 'found']);
  });

  it('leave no value beside one whose writer had read it and wrote over it', () => {
    const count = (world: World<VersionVectors>) =>
      Number(versionVectorsEntry.observations?.['falseSiblings']?.(world));
    expect(search(systemOf(sound.setup), (world) => count(world) > 0, { limit: 100_000 }).kind).toBe('impossible');
    const written = search(systemOf(puzzle), ({ asked }) => asked[0] === 3, { limit: 100_000 });
    if (written.kind !== 'found') throw new Error(written.kind);
    const world = written.path.reduce((before, move) => apply(puzzle, before, move), initialWorld(puzzle));
    const [node, ...others] = world.nodes as [NodeState<VersionVectors>, ...NodeState<VersionVectors>[]];
    const siblings = [...node.durable.siblings, { value: 'x', id: 0, count: 1 }];
    const wrong = { ...world, nodes: [{ ...node, durable: { ...node.durable, siblings } }, ...others] };
    expect([count(world), count(wrong)]).toEqual([0, 1]);
  });

  it('read as a story', () => {
    expectGolden(versionVectorsEntry, [
      story(
        'Siblings, and who has read them writes over them',
        sound.setup,
        timedMoves(sound.setup, 2, sound.timed, 24),
      ),
      ...broken.map((rule) => brokenStory(versionVectorsEntry, rule)),
    ]);
  });
});
