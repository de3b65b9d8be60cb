import { describe, expect, it } from 'vitest';
import {
  lostWrites,
  primaryBackupEntry,
  withoutIgnoredPackets,
} from '#protocols/primary-backup/primary-backup-entry.ts';
import { primaryBackup, type ReplicationMode } from '#protocols/primary-backup/primary-backup.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Budget } from '#simulator/world.ts';
import {
  SEEDS,
  brokenStory,
  expectGolden,
  story,
  timedMoves,
  unsettled,
  wayToBreak,
} from '../support/protocol-runs.ts';

const sound = primaryBackupEntry.example();
/** The shortest way to lose a write, rule by rule. A rule about old epochs is missed by packets that would else be ignored. */
const stories = new Map(
  Object.keys(primaryBackupEntry.brokenRules).map((rule) => {
    const representative = rule === 'oldPrimaryIsHeeded' ? undefined : withoutIgnoredPackets;
    const way = wayToBreak(primaryBackupEntry.example(rule), representative);
    return [rule, brokenStory(primaryBackupEntry, rule, way)];
  }),
);

const lose = (mode: ReplicationMode, budget: Partial<Budget>) => {
  const setup = { ...sound.setup, protocol: primaryBackup({ replicas: 3, mode }), budget: { ...noFaults, ...budget } };
  return search(systemOf(setup), (world) => lostWrites(world).length > 0, {
    limit: 100_000,
    representative: withoutIgnoredPackets,
  });
};
const twice = lose('quorum', { fires: 2 });
const crashed = lose('quorum', { crashes: 1, fires: 1 });

describe('primary and backups', () => {
  it(`lose no acknowledged write in quorum mode: ${twice.states} states of two timers, ${crashed.states} of a timer and a crash`, () => {
    expect([twice.kind, crashed.kind]).toEqual(['impossible', 'impossible']);
  });

  it('do not count a write as lost while the newest to have led steps aside, and an older one takes itself for the leader', () => {
    const setup = { ...sound.setup, budget: { ...noFaults, fires: 3 } };
    const found = search(systemOf(setup), (world) => lostWrites(world).length > 0, {
      limit: 50_000,
      allow: (move) => move.kind !== 'fire' || move.timer === 'promote',
      representative: withoutIgnoredPackets,
    });
    expect(found.kind).toBe('impossible');
  });

  it('lose none in synchronous mode either', () => {
    expect(lose('synchronous', { fires: 2 }).kind).toBe('impossible');
  });

  it('lose one by a single promotion in asynchronous and in semi-synchronous mode', () => {
    expect([lose('asynchronous', { fires: 1 }).kind, lose('semiSynchronous', { fires: 1 }).kind]).toEqual([
      'found',
      'found',
    ]);
  });

  it.each([...stories])('are caught where the rule is missing: %s', (rule, told) => {
    expect(told).toContain(rule);
  });

  it('synchronous ones wait while a single backup is down', () => {
    const protocol = primaryBackup({ replicas: 3, mode: 'synchronous' });
    const faults = [{ at: 0, move: { kind: 'crash', node: 2 } as const }];
    const stuck = { ...sound, setup: { ...sound.setup, protocol }, timed: { ...sound.timed, faults } };
    expect(unsettled(stuck, 1_000).length).toBe(SEEDS);
  });

  it('read as a story', () => {
    const early = { ...sound.timed, faults: [{ at: 12, move: { kind: 'crash', node: 0 } as const }] };
    expectGolden(primaryBackupEntry, [
      story(
        'The primary crashes, and a majority brings the write along',
        sound.setup,
        timedMoves(sound.setup, 126, early, 18),
      ),
      ...stories.values(),
    ]);
  });
});
