import { describe, expect, it } from 'vitest';
import { blocked, coordinator, twoPhaseCommitEntry, twoPhaseCommitSetup } from '#protocols/two-phase-commit.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { brokenStory, expectGolden, runTimed, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = twoPhaseCommitEntry.example();
/** Timers may fire as often as they like: each firing leads somewhere, or to what was sent before. */
const bounded = (unwilling: number[]) =>
  searchForFault({ ...sound, setup: twoPhaseCommitSetup(2, { unwilling }, { crashes: 2, drops: 1 }) });
const proofs = [bounded([]), bounded([2])];
const stuck = search(systemOf(twoPhaseCommitSetup(2, {}, { crashes: 1 })), (world) => blocked(world).length === 2, {
  limit: 10_000,
});

describe('two-phase commit', () => {
  it(`never lets two decide differently, in all ${proofs.map(({ states }) => states).join(' and ')} states of two crashes and a loss, all willing and one not`, () => {
    expect(proofs.map(({ kind }) => kind)).toEqual(['impossible', 'impossible']);
  });

  it('lets two decide differently where a participant aborts alone, in 6 moves', () => {
    const result = searchForFault(twoPhaseCommitEntry.example('participantAbortsAlone'));
    expect(result.kind === 'found' && result.path.length).toBe(6);
  });

  it('leaves both participants blocked when the coordinator crashes after their votes', () => {
    expect(stuck.kind === 'found' && stuck.path.length).toBe(4);
  });

  it('stays blocked for as long as the coordinator is down, and ends when it is back', () => {
    const crash = { at: 16, move: { kind: 'crash', node: coordinator } } as const;
    const calm = { link: { latency: [5, 15], loss: 0, duplication: 0 }, faults: [crash] } as const;
    const waiting = runTimed({ ...sound, timed: calm }, 1, 10_000);
    expect(waiting && blocked(waiting)).toEqual([1, 2]);
    const repaired = runTimed(
      { ...sound, timed: { ...calm, faults: [crash, { at: 10_000, move: { kind: 'restart', node: coordinator } }] } },
      1,
      10_300,
    );
    expect(repaired && sound.hasSettled(repaired)).toBe(true);
  });

  it('reads as a story', () => {
    const calm = { link: { latency: [5, 15], loss: 0, duplication: 0 } } as const;
    const unwilling = twoPhaseCommitSetup(2, { unwilling: [2] }, {});
    expectGolden(twoPhaseCommitEntry, [
      story('All vote yes', sound.setup, timedMoves(sound.setup, 1, calm, 20)),
      story('One votes no', unwilling, timedMoves(unwilling, 1, calm, 20)),
      ...(stuck.kind === 'found'
        ? [
            story(
              'Blocked: nobody who is up knows the outcome',
              sound.setup,
              stuck.path.map((move) => ({ move })),
            ),
          ]
        : []),
      brokenStory(twoPhaseCommitEntry, 'participantAbortsAlone'),
    ]);
  });
});
