import { describe, expect, it } from 'vitest';
import { hasSettled, leadersOf, raftEntry, raftSetup } from '#protocols/raft/raft-entry.ts';
import { raftInvariants } from '#protocols/raft/invariants.ts';
import type { Raft } from '#protocols/raft/raft.ts';
import { initialWorld, apply } from '#simulator/apply.ts';
import type { Move } from '#simulator/move.ts';
import { moves } from '#simulator/moves.ts';
import { search } from '#simulator/search.ts';
import { sentence } from '#simulator/sentence.ts';
import { systemOf } from '#simulator/system.ts';
import type { Setup, World } from '#simulator/world.ts';
import {
  brokenStory,
  expectGolden,
  faultIn,
  runTimed,
  searchForFault,
  story,
  timedMoves,
  unsettled,
} from '../support/protocol-runs.ts';

const sound = raftEntry.example();
const elections = { setup: raftSetup({ servers: 3 }, { fires: 2 }), invariants: raftInvariants };
const proofs = { log: searchForFault(sound), elections: searchForFault(elections) };

/** What the timed driver runs: timers as often as they like. */
const busy = raftSetup({ servers: 3 }, {}, ['x', 'y', 'z']);
const cluster = { ...sound, setup: busy, hasSettled: hasSettled(busy) };

/** Moves by the sentences that stand for them. */
function told(
  setup: Setup<Raft>,
  sentences: readonly string[],
): { readonly moves: readonly { readonly move: Move<Raft> }[]; readonly world: World<Raft> } {
  let world = initialWorld(setup);
  const made = sentences.map((wanted) => {
    const move = moves(setup, world).find((possible) => sentence(setup, world, possible) === wanted);
    if (!move)
      throw new Error(
        `not possible: ${wanted}, but\n${moves(setup, world)
          .map((possible) => sentence(setup, world, possible))
          .join('\n')}`,
      );
    world = apply(setup, world, move);
    return { move };
  });
  return { moves: made, world };
}

/** Figure 8 with three servers: A's x of term 1 reaches a majority only in term 3, and B's y of term 2 takes it away in term 4. */
const figure8 = [
  'A’s election timer fires',
  'Deliver RequestVote(term 1) from A to C',
  'Deliver Vote(term 1) from C to A',
  'Client asks: x',
  'Deliver Request(x) from Client to A',
  'B’s election timer fires',
  'B’s election timer fires',
  'Deliver RequestVote(term 2) from B to C',
  'Deliver Vote(term 2) from C to B',
  'Client’s retry timer fires',
  'Deliver Request(x) from Client to B',
  'Deliver RequestVote(term 2) from B to A',
  'A’s election timer fires',
  'Deliver RequestVote(term 3) from A to C',
  'Deliver Vote(term 3) from C to A',
  'Deliver AppendEntries(term 3) from A to C',
  'Deliver No match(term 3) from C to A',
  'Deliver Append x (term 3) from A to C',
  'Deliver Match 1 (term 3) from C to A',
  'Deliver RequestVote(term 3) from A to B',
  'B’s election timer fires',
  'Deliver RequestVote(term 4) from B to C',
  'Deliver Vote(term 4) from C to B',
];

describe('Raft', () => {
  it(`keeps its four promises in all ${proofs.log.states} states of two timers and five messages under way, and all ${proofs.elections.states} of elections alone`, () => {
    expect([proofs.log.kind, proofs.elections.kind]).toEqual(['impossible', 'impossible']);
  });

  it.each([
    ['votesAreNotSaved', 8],
    ['quorumIsHalf', 6],
    ['noLogCheckOnVotes', 10],
    ['acksOfOtherTermsCount', 7],
  ] as const)('breaks one where the rule is missing: %s, in %i moves', (rule, length) => {
    const result = searchForFault(raftEntry.example(rule));
    expect(result.kind === 'found' && result.path.length).toBe(length);
  });

  it('erases what it has committed, as in figure 8, where old terms are committed by count', () => {
    const careless = raftSetup({ servers: 3, broken: 'commitsOldTerms' }, {}, ['x']);
    expect(faultIn({ invariants: raftInvariants }, told(careless, figure8).world)).toMatch(
      'Leader Completeness: B leads term 4 without entry 1',
    );
    expect(
      faultIn({ invariants: raftInvariants }, told(raftSetup({ servers: 3 }, {}, ['x']), figure8).world),
    ).toBeNull();
  });

  it('can have two leaders at the same moment, of different terms', () => {
    const two = search(systemOf(elections.setup), (world) => leadersOf(world).length > 1, { limit: 50_000 });
    expect(two.kind).toBe('found');
  });

  it('has one leader and one log, and has answered its client, 2 seconds after the last fault', () => {
    expect(unsettled(cluster, 3300)).toEqual([]);
  });

  it('keeps its leader where messages arrive: heartbeats hold the election timers back', () => {
    const { faults: _, ...calm } = sound.timed;
    const timed = { ...calm, link: { latency: [5, 15], loss: 0, duplication: 0 } } as const;
    const early = runTimed({ ...cluster, timed }, 1, 1000);
    const late = runTimed({ ...cluster, timed }, 1, 5000);
    expect(late && leadersOf(late)).toEqual(early && leadersOf(early));
  });

  it('reads as a story', () => {
    const { setup, timed } = cluster;
    const careless = raftSetup({ servers: 3, broken: 'commitsOldTerms' }, {}, ['x']);
    expectGolden(raftEntry, [
      story('An election, then three requests', setup, timedMoves(setup, 1, { ...timed, thinkTime: [0, 0] }, 75)),
      ...Object.keys(raftEntry.brokenRules).map((rule) => brokenStory(raftEntry, rule)),
      story('Without a rule (commitsOldTerms): figure 8', careless, told(careless, figure8).moves),
    ]);
  });
});
