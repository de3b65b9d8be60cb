import { describe, expect, it } from 'vitest';
import { believers, leaseLockEntry, leaseLockSetup } from '#protocols/lease-lock.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = leaseLockEntry.example();
const proof = searchForFault(sound);
const both = search(systemOf(sound.setup), (world) => believers(world).length === 2, { limit: 50_000 });

describe('a lock with a lease', () => {
  it(`lets no old write land after a newer one, in all ${proof.states} states of two clients and two ticks`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it('lets one land where the store checks no token, in 14 moves', () => {
    const result = searchForFault(leaseLockEntry.example('noFencingToken'));
    expect(result.kind === 'found' && result.path.length).toBe(14);
  });

  it('has two clients believe that they hold it, token or not: one clock that runs ahead is enough', () => {
    expect(both.kind === 'found' && both.path.length).toBe(8);
  });

  it('has no two believers that have only looked at clocks that agree', () => {
    const agreeing = leaseLockSetup({ duration: 2 }, ['x', 'y'], { fires: 6 });
    const result = search(systemOf(agreeing), (world) => believers(world).length === 2, { limit: 50_000 });
    expect(result.kind).toBe('impossible');
  });

  it('has two believers though all clocks agree: who has looked goes on, past the end of its lease', () => {
    const { clocksApart, overstayers } = leaseLockEntry.observations ?? {};
    const ticking = leaseLockSetup({ duration: 1 }, ['x', 'y'], { ticks: 3, fires: 1 });
    const found = search(
      systemOf(ticking),
      (world) => believers(world).length === 2 && overstayers?.(world) === 1 && clocksApart?.(world) === 0,
      { limit: 50_000 },
    );
    expect(found.kind === 'found' && found.path.length).toBe(10);
  });

  it('reads as a story', () => {
    const calm = { ...sound.timed, link: { latency: [0.1, 0.3], loss: 0, duplication: 0 } } as const;
    const paused = [
      { at: 0.85, move: { kind: 'pause', node: 3 } },
      { at: 4.5, move: { kind: 'resume', node: 3 } },
    ] as const;
    expectGolden(leaseLockEntry, [
      story('One after the other', sound.setup, timedMoves(sound.setup, 1, { ...calm, faults: [] }, 29)),
      story(
        'The first holder pauses, and its token is too old',
        sound.setup,
        timedMoves(sound.setup, 1, { ...calm, faults: paused }, 48),
      ),
      ...(both.kind === 'found'
        ? [
            story(
              'Two believe they hold it',
              sound.setup,
              both.path.map((move) => ({ move })),
            ),
          ]
        : []),
      brokenStory(leaseLockEntry, 'noFencingToken'),
    ]);
  });
});
